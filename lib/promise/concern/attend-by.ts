import type { Severity } from "#lib/promise/delay/delay.ts";

const HOUR_MS = 3_600_000;

/** How long somebody may wait before a person looks, by how bad it is. Working hours are not counted: trouble has none. */
const PATIENCE_HOURS: Readonly<Record<Severity, number>> = { 0: 72, 1: 24, 2: 8, 3: 2 };
/** Of that, what the shopper's tier leaves: a loyal customer is recognised first when something is wrong (product rule 7). */
const TIER_SHARE = [1, 0.75, 0.5, 0.25] as const;
/** Before a day that counts, so much is left for a second parcel to come in time. */
const LEAD_HOURS = 48;

export type Urgency = {
  readonly severity: Severity;
  readonly sinceMs: number;
  readonly tier: string | null;
  /** By when an answer was promised; null where none was. */
  readonly dueMs: number | null;
  /** When the day begins by which the shopper needs it; null where there is none. */
  readonly neededMs: number | null;
};

/**
 * By when a person should have looked, in milliseconds since 1970: what the queue is ordered by, first due first. It hangs on
 * nothing that moves while somebody waits, so that order is stable and waiting counts for everybody alike. See docs/desk-queue.md.
 */
export function attendBy({ severity, sinceMs, tier, dueMs, neededMs }: Urgency): number {
  const patience = PATIENCE_HOURS[severity] * TIER_SHARE[tierRank(tier)] * HOUR_MS;
  const ends = [sinceMs + patience];
  if (dueMs !== null) ends.push(dueMs);
  // What a day far away asks for is as far away; one that is near is urgent from the first hour on.
  if (neededMs !== null) ends.push(Math.max(sinceMs, neededMs - LEAD_HOURS * HOUR_MS));
  return Math.floor(Math.min(...ends));
}

const TIERS: readonly (readonly [rank: 1 | 2 | 3, name: RegExp])[] = [
  [3, /platin|diamond|black|elite|vip|白金|鑽石|钻石|黑卡/],
  [2, /gold|金/],
  [1, /silver|銀|银/],
];

/** How much a shop's own word for a tier weighs: its three usual metals, and any other word as the least of them. */
export function tierRank(tier: string | null): 0 | 1 | 2 | 3 {
  const name = tier?.trim().toLowerCase() ?? "";
  if (name === "") return 0;
  return TIERS.find(([, pattern]) => pattern.test(name))?.[0] ?? 1;
}
