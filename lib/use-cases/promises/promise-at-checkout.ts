import type { Temporal } from "temporal-polyfill";
import { checkoutPromise, type PromisedWindow } from "#lib/promise/checkout-promise.ts";
import { type PromiseRule, promiseOfRule, ruleFor } from "#lib/promise/promise-rule.ts";
import type { HolidaysOf } from "./load-holidays.ts";

export type PlacedOrder = {
  /** The shipping method's own text. */
  readonly method: string | null;
  readonly placedAt: Temporal.Instant;
  /** Where it goes, ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** The merchant's, IANA. */
  readonly zone: string;
};

export type PromiseAtCheckout = {
  readonly window: PromisedWindow;
  readonly saidBy: "rule" | "checkout";
  /** The rule's id; null where the method's text says it all. */
  readonly reason: string | null;
};

/**
 * What an order was promised when it was placed: by the merchant's rule that fits it best, else by the method's own text.
 * Null when neither tells a window, and for an order of which nothing says that it is sent at all. A rule whose place has no
 * known holidays promises as if there were none.
 */
export function promiseAtCheckout(
  rules: readonly PromiseRule[],
  order: PlacedOrder,
  holidaysOf: HolidaysOf,
): PromiseAtCheckout | null {
  const method = order.method?.trim() ?? "";
  if (method === "" && order.country === null) return null;
  const placedOn = order.placedAt.toZonedDateTimeISO(order.zone).toPlainDate();
  const rule = ruleFor(rules, { method, country: order.country });
  if (rule === null) {
    const window = checkoutPromise({ method, placedOn });
    return window === null ? null : { window, saidBy: "checkout", reason: null };
  }
  const place = rule.calendar.holidaysOf;
  // The longest promise that a rule may make ends within a year.
  const holidays = place === null ? null : holidaysOf(place, [placedOn.year, placedOn.year + 1]);
  const window = promiseOfRule(rule, { placedAt: order.placedAt, zone: order.zone, holidays: holidays ?? new Set() });
  return { window, saidBy: "rule", reason: rule.id };
}
