import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Gesture } from "./gesture.ts";

/** What an order is worth, in minor units of its currency. `shippingMinor`: paid for shipping and not given back yet. */
export type OrderMoney = { readonly valueMinor: number; readonly shippingMinor: number };

/** What the merchant reckons that things cost which have no price, in minor units; null where nobody said. */
export type UnitCosts = { readonly hundredPointsMinor: number | null; readonly freeExpressMinor: number | null };

/**
 * The most that a gesture can cost, in whole minor units, rounded up. A percentage off the next order counts as of this
 * one, and its code has to be capped at that: an order nobody knows has no cost. Null where it cannot be told, so that
 * the gesture cannot be given within any budget (product rule 6).
 */
export function costOf(gesture: Gesture, order: OrderMoney, costs: UnitCosts): number | null {
  switch (gesture.kind) {
    case "shipping_refund":
      return order.shippingMinor;
    case "percent_off":
      return Math.ceil((order.valueMinor * gesture.percent) / 100);
    case "amount_off":
      return gesture.on === "this_order" ? Math.min(gesture.amountMinor, order.valueMinor) : gesture.amountMinor;
    case "points":
      return costs.hundredPointsMinor === null ? null : Math.ceil((gesture.points * costs.hundredPointsMinor) / 100);
    case "free_express":
      return costs.freeExpressMinor;
    default:
      return assertNever(gesture);
  }
}
