import type { Observation } from "#lib/tracking/observation.ts";
import { type Dated, datedObservations } from "#lib/tracking/order-observations.ts";

/**
 * When the newest thing happened that a carrier told of a parcel, in milliseconds since 1970: by its own time, else when we
 * heard of it, and never later than `heardMs`. Null where nothing was told.
 */
export function lastNewsMs(observations: readonly Observation[], heardMs: number): number | null {
  let newest: number | null = null;
  for (const dated of datedObservations(observations)) newest = Math.max(newest ?? 0, newsMs(dated));
  return newest === null ? null : Math.min(newest, heardMs);
}

/** The longest stretch without a word between two moments, both included, in whole seconds. */
export function longestSilence(
  ordered: readonly Dated<Observation>[],
  fromMs: number,
  toMs: number,
): { readonly fromMs: number; readonly toMs: number } {
  const told = ordered.map(newsMs).filter((ms) => ms > fromMs && ms < toMs);
  const moments = [fromMs, ...told.sort((one, other) => one - other), toMs];
  let longest = { fromMs, toMs: fromMs };
  for (const [at, ms] of moments.entries()) {
    const next = moments[at + 1] ?? ms;
    if (next - ms > longest.toMs - longest.fromMs) longest = { fromMs: seconds(ms), toMs: seconds(next) };
  }
  return longest;
}

function newsMs({ observation, at, heardAt }: Dated<Observation>): number {
  return observation.instant === null && observation.localTime === null ? heardAt : at;
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
