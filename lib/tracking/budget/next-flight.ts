/** A first flight is so small that even a slow carrier is done with it within seconds. */
const FIRST_CALLS = 32;
/** The largest: writing it holds its parcels for a fraction of a second. */
const MOST_PARCELS = 256;
/** Flights grow while they are quicker than the one and shrink when they are slower than the other. */
const QUICK_MS = 1_000;
const SLOW_MS = 4_000;

export type FlightBefore = { readonly calls: number; readonly tookMs: number };

/**
 * How many calls an account's next flight makes, `batchSize` parcels each. What a flight costs besides its parcels is shared
 * by all of them, so it takes as many as the carrier answers within a second or so.
 */
export function callsOfNextFlight(batchSize: number, before: FlightBefore | null): number {
  const most = Math.ceil(MOST_PARCELS / batchSize);
  if (before === null) return Math.min(FIRST_CALLS, most);
  if (before.tookMs < QUICK_MS) return Math.min(before.calls * 2, most);
  return before.tookMs > SLOW_MS ? Math.max(1, Math.floor(before.calls / 2)) : before.calls;
}
