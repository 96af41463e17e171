import { Temporal } from "temporal-polyfill";
import type { PromisedWindow } from "./checkout-promise.ts";
import { type Calendar, workingDayFrom, workingDaysAfter } from "./working-days.ts";

/** What a merchant promises for a shipping method. All days are the merchant's, counted as its calendar says. */
export type PromiseRule = {
  readonly id: string;
  /** Text that the shipping method contains, in small or capital letters; `*` for any. */
  readonly method: string;
  /** Where the parcel goes, ISO 3166-1 alpha-2; null for anywhere. */
  readonly country: string | null;
  readonly leastDays: number;
  readonly mostDays: number;
  /** What the days on the way are. Handling is always counted in working days. */
  readonly counts: "working" | "calendar";
  /**
   * `HH:MM` in the merchant's zone. An order later than that, or on a day that is not worked, counts as of the next working
   * day. Null: it counts as of its own day, whatever that is, as in the reading of a method's own text.
   */
  readonly cutOff: string | null;
  /** Working days until the parcel is handed over. */
  readonly handlingDays: number;
  readonly calendar: {
    /** ISO 8601: 1 Monday to 7 Sunday. */
    readonly workdays: readonly number[];
    /** Whose public holidays are off: a country or `DE-BY`; null for nobody's. */
    readonly holidaysOf: string | null;
    /** Further days `YYYY-MM-DD` on which nothing is sent or brought. */
    readonly closed: readonly string[];
  };
};

/** An order as a rule sees it; `holidays` are the days that the rule's `holidaysOf` stands for, found by the caller. */
export type OrderTime = {
  readonly placedAt: Temporal.Instant;
  /** The merchant's, IANA. */
  readonly zone: string;
  readonly holidays: ReadonlySet<string>;
};

/**
 * The window that a rule promises to an order placed then. Throws a RangeError where the rule's calendar has no workday, its
 * cut-off is no time of day or the zone is unknown: rules are checked before they are stored.
 */
export function promiseOfRule(rule: PromiseRule, order: OrderTime): PromisedWindow {
  const { workdays, closed } = rule.calendar;
  const calendar: Calendar = { workdays, holidays: new Set([...order.holidays, ...closed]) };
  const handedOver = workingDaysAfter(dayThatCounts(rule, order, calendar), rule.handlingDays, calendar);
  const after = (count: number): string =>
    rule.counts === "calendar"
      ? Temporal.PlainDate.from(handedOver).add({ days: count }).toString()
      : workingDayFrom(workingDaysAfter(handedOver, count, calendar), calendar);
  return { fromDay: after(rule.leastDays), toDay: after(rule.mostDays) };
}

function dayThatCounts(rule: PromiseRule, { placedAt, zone }: OrderTime, calendar: Calendar): string {
  const placed = placedAt.toZonedDateTimeISO(zone);
  const day = placed.toPlainDate().toString();
  if (rule.cutOff === null) return day;
  const isAfter = Temporal.PlainTime.compare(placed.toPlainTime(), Temporal.PlainTime.from(rule.cutOff)) > 0;
  return isAfter ? workingDaysAfter(day, 1, calendar) : workingDayFrom(day, calendar);
}

/**
 * The rule for an order: of those that fit, the one that names the most of the method, then one for this country before one
 * for anywhere, then the merchant's order. Null when none fits.
 */
export function ruleFor(
  rules: readonly PromiseRule[],
  order: { readonly method: string | null; readonly country: string | null },
): PromiseRule | null {
  const method = (order.method ?? "").toLowerCase();
  const country = order.country?.toUpperCase() ?? null;
  const fitting = rules.filter(
    (rule) =>
      (rule.method === "*" || method.includes(rule.method.toLowerCase())) &&
      (rule.country === null || rule.country.toUpperCase() === country),
  );
  return fitting.toSorted((a, b) => lengthNamed(b) - lengthNamed(a) || countryNamed(b) - countryNamed(a))[0] ?? null;
}

function lengthNamed({ method }: PromiseRule): number {
  return method === "*" ? 0 : method.length;
}

function countryNamed({ country }: PromiseRule): number {
  return country === null ? 0 : 1;
}
