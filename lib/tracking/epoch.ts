const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(?:(Z)|([+-])(\d{2}):?(\d{2})?)?$/;

/** What a text says of a time, in milliseconds since 1970: by the clock on the wall, and in truth where it has an offset. */
export type Epoch = { readonly wallMs: number; readonly instantMs: number | null; readonly hasClock: boolean };

/**
 * Reads a day, a local time or an instant (the forms of `When`); null for anything else. By arithmetic, since Temporal
 * takes 10 µs a text and every look at a parcel reads hundreds.
 */
export function epochOf(text: string | null): Epoch | null {
  return text === null ? null : (usualEpoch(text) ?? anyEpoch(text));
}

/** `YYYY-MM-DDTHH:MM:SS`, perhaps with `Z` or `+HH:MM`: nearly all that is read, at a tenth of what the expression costs. */
function usualEpoch(text: string): Epoch | null {
  const offsetMs = usualOffset(text);
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const day = dayNumber(year, twoDigits(text, 5), twoDigits(text, 8));
  const seconds = (twoDigits(text, 11) * 60 + twoDigits(text, 14)) * 60 + twoDigits(text, 17);
  const wallMs = day * DAY + seconds * 1_000;
  const isUsual = text[4] === "-" && text[7] === "-" && text[10] === "T" && text[13] === ":" && text[16] === ":";
  if (!isUsual || Number.isNaN(wallMs) || Number.isNaN(offsetMs)) return null;
  return { wallMs, instantMs: offsetMs === null ? null : wallMs - offsetMs, hasClock: true };
}

/** What stands behind the seconds, in milliseconds: null for nothing, NaN for another form. */
function usualOffset(text: string): number | null {
  if (text.length === 19) return null;
  const sign = text[19];
  if (text.length === 20 && sign === "Z") return 0;
  if (text.length !== 25 || (sign !== "+" && sign !== "-") || text[22] !== ":") return Number.NaN;
  const ms = (twoDigits(text, 20) * 60 + twoDigits(text, 23)) * MINUTE;
  return sign === "-" ? -ms : ms;
}

/** NaN where there are no two digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function anyEpoch(text: string): Epoch | null {
  const [whole, year, month, day, hour, minute, second, fraction, utc, sign, offsetHour, offsetMinute] =
    FORM.exec(text) ?? [];
  if (whole === undefined) return null;
  const wallMs =
    dayNumber(Number(year), Number(month), Number(day)) * DAY +
    (Number(hour ?? 0) * 60 + Number(minute ?? 0)) * MINUTE +
    Number(`${second ?? 0}.${fraction ?? 0}`) * 1000;
  const hasClock = hour !== undefined;
  if (!hasClock || (utc === undefined && sign === undefined)) return { wallMs, instantMs: null, hasClock };
  const offsetMs = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * MINUTE;
  return { wallMs, instantMs: wallMs - (sign === "-" ? -offsetMs : offsetMs), hasClock };
}

/** The instant that a text names, in milliseconds since 1970; null where it names none. */
export function instantMsOf(text: string | null): number | null {
  return epochOf(text)?.instantMs ?? null;
}

/** Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March so that leap days come last. */
function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** An instant of whole seconds, in milliseconds since 1970, as ISO 8601 in UTC. The reverse of `dayNumber`. */
export function isoSeconds(instantMs: number): string {
  const days = Math.floor(instantMs / DAY);
  const seconds = Math.floor((instantMs - days * DAY) / 1_000);
  const sinceMarch = days + 719_468;
  const era = Math.floor(sinceMarch / 146_097);
  const dayOfEra = sinceMarch - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${clock}Z`;
}
