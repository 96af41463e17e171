import { localMoment } from "#lib/promise/judging/local-moment.ts";

const DAY_MS = 86_400_000;
/** Seven in the morning: the scans of the evening before are in, and what they say of it is sure. */
const SURE_BY_MS = 7 * 3_600_000;

/** Once a day in a zone, between two moments, at most so many: when the day before is known. */
export function dailyMoments(input: {
  readonly fromMs: number;
  readonly toMs: number;
  readonly zone: string;
  readonly most: number;
}): readonly number[] {
  const { fromMs, toMs, zone, most } = input;
  const sinceMidnight = Math.round((localMoment(fromMs, zone) % 1) * DAY_MS);
  const today = fromMs - sinceMidnight + SURE_BY_MS;
  const first = today > fromMs ? today : today + DAY_MS;
  const count = Math.max(0, Math.min(most, Math.ceil((toMs - first) / DAY_MS)));
  return Array.from({ length: count }, (_, day) => first + day * DAY_MS);
}
