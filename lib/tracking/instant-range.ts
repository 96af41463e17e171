import { epochOf } from "./epoch.ts";
import type { Place, When } from "./observation.ts";
import type { InstantRange } from "./zone-clock.ts";
import { instantsInZone } from "./zone-clock.ts";
import { zonesOf } from "./zone-of.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The first and the last clocks of the world. */
const EASTERNMOST = 14 * HOUR;
const WESTERNMOST = -12 * HOUR;

/**
 * When something happened, as precisely as the carrier said it: the instant, else the local time by the clocks of its zone or
 * of every zone that the place may keep; a day from its beginning to its end. Null where no time was given.
 */
export function instantRangeOf(when: When, place: Place): InstantRange | null {
  const instant = epochOf(when.instant)?.instantMs ?? null;
  if (instant !== null) return { earliest: instant, latest: instant };
  const local = epochOf(when.localTime);
  if (local === null) return null;
  const first = local.wallMs;
  const last = local.hasClock ? first : first + DAY - 1;
  const own = when.zone === null ? null : rangeIn([when.zone], first, last);
  return own ?? rangeIn(zonesOf(place), first, last) ?? { earliest: first - EASTERNMOST, latest: last - WESTERNMOST };
}

function rangeIn(zones: readonly string[], first: number, last: number): InstantRange | null {
  let earliest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  for (const zone of zones) {
    earliest = Math.min(earliest, instantsInZone(zone, first)?.earliest ?? earliest);
    latest = Math.max(latest, instantsInZone(zone, last)?.latest ?? latest);
  }
  return Number.isFinite(earliest) && Number.isFinite(latest) ? { earliest, latest } : null;
}
