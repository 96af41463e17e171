/** What a clock on the wall of a place shows, and how far it is from UTC. */
export type WallClock = {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM:SS` */
  readonly time: string;
  /** `+01:00` */
  readonly offset: string;
};

const QUARTER_MS = 15 * 60_000;
const CACHE_LIMIT = 50_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** The local time of an instant (ms since 1970) in an IANA zone. */
export function wallClock(atMs: number, zone: string): WallClock {
  const offset = offsetMinutes(atMs, zone);
  const local = new Date(atMs + offset * 60_000).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 19), offset: offsetText(offset) };
}

/** `YYYY-MM-DDTHH:MM:SS`, without offset. */
export function localText(clock: WallClock): string {
  return `${clock.date}T${clock.time}`;
}

/** Zones change on whole quarters of an hour only, so that one answer holds for a quarter. */
function offsetMinutes(atMs: number, zone: string): number {
  const key = `${zone} ${Math.floor(atMs / QUARTER_MS)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= CACHE_LIMIT) offsets.clear();
  const offset = readOffset(atMs, zone);
  offsets.set(key, offset);
  return offset;
}

function readOffset(atMs: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  formats.set(zone, format);
  const [, sign, hours = "0", minutes = "0"] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(format.format(atMs)) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
