/** What a clock on the wall of a place shows, and how far it is from UTC. */
export type WallClock = {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM:SS` */
  readonly time: string;
  /** `+01:00` */
  readonly offset: string;
};

type ZoneOffsets = { readonly days: Map<number, number>; readonly quarters: Map<number, number> };

const QUARTER_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
const CACHE_LIMIT = 50_000;
const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, ZoneOffsets>();
const dates = new Map<number, string>();

/** The local time of an instant (ms since 1970) in an IANA zone. A carrier's answer has dozens of them: all is remembered. */
export function wallClock(atMs: number, zone: string): WallClock {
  const offset = offsetMinutes(atMs, zone);
  const localMs = atMs + offset * 60_000;
  const day = Math.floor(localMs / DAY_MS);
  const seconds = Math.floor((localMs - day * DAY_MS) / 1_000);
  const time = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return { date: dateOf(day), time, offset: offsetText(offset) };
}

/** `YYYY-MM-DDTHH:MM:SS`, without offset. */
export function localText(clock: WallClock): string {
  return `${clock.date}T${clock.time}`;
}

/** One answer holds for a day of UTC in which the clocks do not change, and else for a quarter of an hour. */
function offsetMinutes(atMs: number, zone: string): number {
  const day = Math.floor(atMs / DAY_MS);
  const own = ofZone(zone);
  const ofDay = own.days.get(day);
  if (ofDay !== undefined) return ofDay;
  const [first, last] = [readOffset(day * DAY_MS, zone), readOffset((day + 1) * DAY_MS - 1, zone)];
  if (first === last) {
    own.days.set(day, first);
    return first;
  }
  const quarter = Math.floor(atMs / QUARTER_MS);
  const offset = own.quarters.get(quarter) ?? readOffset(atMs, zone);
  own.quarters.set(quarter, offset);
  return offset;
}

function ofZone(zone: string): ZoneOffsets {
  const known = offsets.get(zone);
  if (known !== undefined && known.days.size < CACHE_LIMIT) return known;
  const fresh = { days: new Map<number, number>(), quarters: new Map<number, number>() };
  offsets.set(zone, fresh);
  return fresh;
}

function readOffset(atMs: number, zone: string): number {
  if (zone === "UTC") return 0;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  formats.set(zone, format);
  const [, sign, hours = "0", minutes = "0"] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(format.format(atMs)) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  if (dates.size >= CACHE_LIMIT) dates.clear();
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(value: number): string {
  return TWO_DIGITS[value] ?? String(value);
}
