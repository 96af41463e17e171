import { Temporal } from "temporal-polyfill";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days remembered in each zone; a parcel needs about ten. */
const REMEMBERED = 2_000;

const offsetsByDay = new Map<string, Map<number, number>>();

/** The first and the last instant, in milliseconds since 1970, that a span of time can mean. */
export type InstantRange = { readonly earliest: number; readonly latest: number };

/**
 * The instants at which the clocks of a zone show a local time: two in the hour that an autumn night has twice, else one. A
 * time that a spring night skips is read as if the clocks had not been changed yet. Null where the zone is not known.
 */
export function instantsInZone(zone: string, wallMs: number): InstantRange | null {
  const before = offsetAt(zone, wallMs - DAY);
  const after = offsetAt(zone, wallMs + DAY);
  if (before === null || after === null) return null;
  if (before === after) return { earliest: wallMs - before, latest: wallMs - before };
  const readings = [wallMs - before, wallMs - after].sort((a, b) => a - b);
  const shown = readings.filter((reading) => wallMs - reading === offsetAt(zone, reading));
  const earliest = shown[0] ?? wallMs - before;
  return { earliest, latest: shown.at(-1) ?? earliest };
}

/** What the clocks of a zone show at an instant, in milliseconds since 1970; those of UTC where the zone is not known. */
export function wallMsAt(zone: string, instantMs: number): number {
  return instantMs + (offsetAt(zone, instantMs) ?? 0);
}

/** A zone's offset in milliseconds: the day's, and only on a day on which clocks are changed the moment's own. */
function offsetAt(zone: string, instantMs: number): number | null {
  const day = Math.floor(instantMs / DAY);
  const offset = offsetOnDay(zone, day);
  return offset === offsetOnDay(zone, day + 1) ? offset : exactOffset(zone, instantMs);
}

function offsetOnDay(zone: string, day: number): number | null {
  const known = offsetsByDay.get(zone);
  const remembered = known?.get(day);
  if (remembered !== undefined) return remembered;
  const offset = exactOffset(zone, day * DAY);
  if (offset === null) return null;
  const days = known === undefined || known.size >= REMEMBERED ? new Map<number, number>() : known;
  offsetsByDay.set(zone, days.set(day, offset));
  return offset;
}

function exactOffset(zone: string, instantMs: number): number | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  } catch {
    return null;
  }
}
