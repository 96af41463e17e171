import type { Moment } from "./journey-text.ts";

/** How a moment is written, for a regular expression without groups. */
export const MOMENT = String.raw`day\s*-?\d{1,4}\s*,?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?`;
/** The same for the time alone. */
export const TIME = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?`;

const PARTS = /^day\s*(-?\d{1,4})\s*,?\s+(.+)$/i;
const CLOCK = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(?:([ap])\.?m\.?)?$/i;

/** Reads `day 1 04:30`; null for what is none, such as 25 o'clock. */
export function readMoment(text: string): Moment | null {
  const [, day, clock] = PARTS.exec(text.trim()) ?? [];
  const minutes = clock === undefined ? null : readTime(clock);
  return day === undefined || minutes === null ? null : { day: Number(day), minutes };
}

/** Reads `04:30`, `4:30 pm` or `04:30:15` as minutes after midnight; null for what is none. */
export function readTime(text: string): number | null {
  const [, hour, minute, second = "0", half] = CLOCK.exec(text.trim()) ?? [];
  if (hour === undefined || Number(minute) > 59 || Number(second) > 59) return null;
  const isHalf = half !== undefined && Number(hour) >= 1 && Number(hour) <= 12;
  if (half !== undefined && !isHalf) return null;
  const hours = isHalf ? (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hour);
  return hours > 23 ? null : (hours * 3_600 + Number(minute) * 60 + Number(second)) / 60;
}

/** `day 1 04:30` */
export function momentText({ day, minutes }: Moment): string {
  return `day ${day} ${timeText(minutes)}`;
}

/** `04:30`, with seconds only where there are some. */
export function timeText(minutes: number): string {
  const total = Math.round(minutes * 60);
  const two = (value: number) => String(value).padStart(2, "0");
  const seconds = total % 60;
  return `${two(Math.floor(total / 3_600))}:${two(Math.floor(total / 60) % 60)}${seconds === 0 ? "" : `:${two(seconds)}`}`;
}

/** Whether two moments are written the same. */
export function isSameMoment(one: Moment, other: Moment): boolean {
  return one.day === other.day && Math.round(one.minutes * 60) === Math.round(other.minutes * 60);
}
