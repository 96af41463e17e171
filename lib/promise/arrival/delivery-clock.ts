/**
 * How fast the delivery clock runs: on each weekday against an average day, Monday first, summing to 7; `holiday` on the
 * listed days instead; and within a day the share of each of its 24 hours. Days count from 1970-01-01, in the shop's zone.
 */
export type ClockSpec = {
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
  readonly holiday: number;
  readonly holidays: readonly number[];
};

/** The clock's sums over a stretch of days, and over the hours of a day; beyond the stretch it runs like the calendar. */
export type DeliveryClock = { readonly firstDay: number; readonly sums: Float64Array; readonly hours: Float64Array };

/** No day stands still: a delivery on one must stay possible, and the clock must be invertible. */
const SLOWEST = 0.02;

/** Monday is 0. Day 0 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The clock from `firstDay` to `lastDay` (whole days). */
export function deliveryClock(spec: ClockSpec, firstDay: number, lastDay: number): DeliveryClock {
  const holidays = new Set(spec.holidays);
  const sums = new Float64Array(lastDay - firstDay + 2);
  for (let at = 0; at + 1 < sums.length; at += 1) {
    const day = firstDay + at;
    const pace = holidays.has(day) ? spec.holiday : (spec.weekdays[weekdayOf(day)] ?? 1);
    sums[at + 1] = (sums[at] ?? 0) + Math.max(SLOWEST, pace);
  }
  return { firstDay, sums, hours: summedHours(spec.hours) };
}

/** The part of a day's deliveries that has passed at each full hour, from 0 to 1. */
function summedHours(shares: readonly number[]): Float64Array {
  const hours = new Float64Array(25);
  for (let hour = 0; hour < 24; hour += 1) {
    hours[hour + 1] = (hours[hour] ?? 0) + Math.max(SLOWEST / 24, shares[hour] ?? 1 / 24);
  }
  const total = hours[24] ?? 1;
  return hours.map((passed) => passed / total);
}

/** B(t): delivery days from the clock's beginning until the moment `t` (days, with a fraction). Increases with t. */
export function deliveryDays(clock: DeliveryClock, t: number): number {
  const last = clock.sums.length - 1;
  const since = t - clock.firstDay;
  if (since <= 0) return since;
  if (since >= last) return (clock.sums[last] ?? 0) + since - last;
  const day = Math.floor(since);
  const before = clock.sums[day] ?? 0;
  return before + passedOf(clock.hours, since - day) * ((clock.sums[day + 1] ?? 0) - before);
}

/** The part of a day's deliveries that has passed at this fraction of it. */
function passedOf(hours: Float64Array, fraction: number): number {
  const hour = Math.min(23, Math.floor(fraction * 24));
  const before = hours[hour] ?? 0;
  return before + (fraction * 24 - hour) * ((hours[hour + 1] ?? 1) - before);
}

function fractionOf(hours: Float64Array, passed: number): number {
  let hour = 0;
  while (hour < 23 && (hours[hour + 1] ?? 1) <= passed) hour += 1;
  const before = hours[hour] ?? 0;
  return (hour + Math.min(1, (passed - before) / ((hours[hour + 1] ?? 1) - before))) / 24;
}

/** The moment (days) at which the clock has counted `b` delivery days: the inverse of `deliveryDays`. */
export function momentOf(clock: DeliveryClock, b: number): number {
  const last = clock.sums.length - 1;
  const total = clock.sums[last] ?? 0;
  if (b <= 0) return clock.firstDay + b;
  if (b >= total) return clock.firstDay + last + b - total;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((clock.sums[middle] ?? 0) <= b) low = middle;
    else high = middle;
  }
  const before = clock.sums[low] ?? 0;
  return clock.firstDay + low + fractionOf(clock.hours, (b - before) / ((clock.sums[high] ?? 0) - before));
}

/** What a shop without deliveries begins with: from Monday to Friday and a little on Saturday, from 8 to 20 o'clock. */
export const USUAL_CLOCK: ClockSpec = {
  weekdays: [1.31, 1.31, 1.31, 1.31, 1.31, 0.35, 0.1],
  holiday: 0.1,
  holidays: [],
  hours: Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 20 ? 0.94 / 12 : 0.06 / 12)),
};

/** So many deliveries weigh as much as what a shop begins with. */
const PRIOR_DELIVERIES = 50;

/**
 * The clock of a shop from the moments at which it delivered, drawn to `USUAL_CLOCK` while they are few: working days together,
 * Saturday, and Sunday together with the holidays, each against how often such days came; and the hours of the day.
 */
export function learnedClock(deliveredAt: readonly number[], holidays: readonly number[]): ClockSpec {
  if (deliveredAt.length === 0) return { ...USUAL_CLOCK, holidays };
  return { ...learnedDays(deliveredAt, holidays), hours: learnedHours(deliveredAt) };
}

function learnedHours(deliveredAt: readonly number[]): readonly number[] {
  const counts = USUAL_CLOCK.hours.map((share) => PRIOR_DELIVERIES * share);
  for (const moment of deliveredAt) {
    const hour = Math.min(23, Math.floor((moment - Math.floor(moment)) * 24));
    counts[hour] = (counts[hour] ?? 0) + 1;
  }
  return counts.map((count) => Math.round((1e6 * count) / (PRIOR_DELIVERIES + deliveredAt.length)) / 1e6);
}

function learnedDays(deliveredAt: readonly number[], holidays: readonly number[]): Omit<ClockSpec, "hours"> {
  const free = new Set(holidays);
  const kindOf = (day: number): number => (free.has(day) ? 2 : Math.max(0, weekdayOf(day) - 4));
  const days = deliveredAt.map(Math.floor);
  const first = days.reduce((least, day) => Math.min(least, day));
  const last = days.reduce((most, day) => Math.max(most, day));
  const delivered = [0, 0, 0];
  for (const day of days) delivered[kindOf(day)] = (delivered[kindOf(day)] ?? 0) + 1;
  const came = [0, 0, 0];
  for (let day = first; day <= last; day += 1) came[kindOf(day)] = (came[kindOf(day)] ?? 0) + 1;
  const usual = [USUAL_CLOCK.weekdays[0] ?? 1, USUAL_CLOCK.weekdays[5] ?? 1, USUAL_CLOCK.holiday];
  const pace = usual.map((prior, kind) => {
    const share = (came[kind] ?? 0) / (last - first + 1);
    const expected = share * (days.length + PRIOR_DELIVERIES);
    return expected > 0 ? ((delivered[kind] ?? 0) + PRIOR_DELIVERIES * share * prior) / expected : prior;
  });
  const [working = 1, saturday = 1, sunday = 1] = pace;
  const scale = 7 / (5 * working + saturday + sunday);
  const [w, s, h] = [working * scale, saturday * scale, sunday * scale];
  return { weekdays: [w, w, w, w, w, s, h], holiday: h, holidays };
}
