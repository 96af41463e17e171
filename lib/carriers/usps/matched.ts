import type { Tracked } from "#lib/carriers/carrier.ts";
import { unreadable } from "#lib/carriers/http.ts";
import { named, type Outcome, oncePerNumber } from "#lib/carriers/tracked.ts";
import { spacelessNumber } from "#lib/carriers/tracking-number.ts";
import { err } from "#lib/kernel/result.ts";

/**
 * The outcome of every number that was asked for, by number. An item without one goes by its place where it failed or is
 * the only one: a history never goes to a parcel that it does not name.
 */
export function matched(asked: readonly string[], parcels: readonly Tracked[]): ReadonlyMap<string, Outcome> {
  const byNumber = new Map(oncePerNumber(parcels).map(({ trackingNumber, result }) => [trackingNumber, result]));
  const inPlace = parcels.length === asked.length;
  return new Map(
    asked.map((number, index) => {
      const own = byNumber.get(spacelessNumber(number));
      const there = inPlace ? parcels[index] : undefined;
      const isNameless = there?.trackingNumber === null && (asked.length === 1 || !isFound(there.result));
      const outcome = own ?? (isNameless ? there.result : undefined);
      return [number, outcome ? named(number, outcome) : err(unreadable("The reply does not mention this number"))];
    }),
  );
}

function isFound(outcome: Outcome): boolean {
  return outcome.ok && outcome.value.found;
}
