/**
 * How fast the delivery clock runs on each day: the share of deliveries of a weekday against an average day, Monday first,
 * summing to 7; `holiday` on the listed days instead. Days count from 1970-01-01, in the zone of the shop.
 */
export type ClockSpec = {
  readonly weekdays: readonly number[];
  readonly holiday: number;
  readonly holidays: readonly number[];
};

/** The clock's sums over a stretch of days; beyond the stretch it runs like the calendar. */
export type DeliveryClock = { readonly firstDay: number; readonly sums: Float64Array };

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
  return { firstDay, sums };
}

/** B(t): delivery days from the clock's beginning until the moment `t` (days, with a fraction). Increases with t. */
export function deliveryDays(clock: DeliveryClock, t: number): number {
  const last = clock.sums.length - 1;
  const since = t - clock.firstDay;
  if (since <= 0) return since;
  if (since >= last) return (clock.sums[last] ?? 0) + since - last;
  const day = Math.floor(since);
  const before = clock.sums[day] ?? 0;
  return before + (since - day) * ((clock.sums[day + 1] ?? 0) - before);
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
  return clock.firstDay + low + (b - before) / ((clock.sums[high] ?? 0) - before);
}

/** What a shop without deliveries begins with: most carriers deliver from Monday to Friday and some on Saturday. */
export const USUAL_CLOCK: ClockSpec = {
  weekdays: [1.31, 1.31, 1.31, 1.31, 1.31, 0.35, 0.1],
  holiday: 0.1,
  holidays: [],
};

/** So many deliveries weigh as much as what a shop begins with. */
const PRIOR_DELIVERIES = 50;

/**
 * The clock of a shop from the days on which it delivered: working days together, Saturday, and Sunday together with the
 * holidays, each against how often such days came, drawn to `USUAL_CLOCK` while deliveries are few.
 */
export function learnedClock(deliveredAt: readonly number[], holidays: readonly number[]): ClockSpec {
  if (deliveredAt.length === 0) return { ...USUAL_CLOCK, holidays };
  const free = new Set(holidays);
  const kindOf = (day: number): number => (free.has(day) ? 2 : Math.max(0, weekdayOf(day) - 4));
  const days = deliveredAt.map(Math.floor);
  const counts = [0, 0, 0];
  for (const day of days) counts[kindOf(day)] = (counts[kindOf(day)] ?? 0) + 1;
  const came = [0, 0, 0];
  const first = days.reduce((least, day) => Math.min(least, day));
  const last = days.reduce((most, day) => Math.max(most, day));
  for (let day = first; day <= last; day += 1) came[kindOf(day)] = (came[kindOf(day)] ?? 0) + 1;
  const perDay = days.length / (last - first + 1);
  const usual = [1.31, 0.35, 0.1];
  const pace = usual.map((prior, kind) => {
    const share = (came[kind] ?? 0) / (last - first + 1);
    return (
      ((counts[kind] ?? 0) + PRIOR_DELIVERIES * share * prior) /
      ((came[kind] ?? 0) * perDay + PRIOR_DELIVERIES * share || 1)
    );
  });
  const [working = 1, saturday = 1, sunday = 1] = pace.map((value, kind) =>
    (came[kind] ?? 0) > 0 ? value : (usual[kind] ?? 1),
  );
  const scale = 7 / (5 * working + saturday + sunday);
  const [w, s, h] = [working * scale, saturday * scale, sunday * scale];
  return { weekdays: [w, w, w, w, w, s, h], holiday: h, holidays };
}
