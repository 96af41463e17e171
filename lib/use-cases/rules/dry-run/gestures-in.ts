import type { Delay } from "#lib/promise/delay/delay.ts";
import { type GestureRules, type GivingGround, gestureChoice } from "#lib/use-cases/promises/gesture-choice.ts";

/** An order as it stood before the period: what it had by then, and whether its shopper had an apology by then. */
export type OrderGround = GivingGround & { readonly orderId: string; readonly shopperId: string | null };

/** A moment at which a delay is judged so that something may be given for it. */
export type Giving = {
  readonly ms: number;
  /** Of its month, the first day, in the shop's zone. */
  readonly month: string;
  readonly delayId: string;
  readonly order: OrderGround;
  readonly delay: Delay;
};

export type Given = {
  readonly gestures: number;
  readonly costMinor: number;
  readonly short: number;
  /** What was spent in each month and on each order, before the period included. */
  readonly byMonth: ReadonlyMap<string, number>;
  readonly byOrder: ReadonlyMap<string, number>;
};

type Had = { spent: number; offOrder: number; offShipping: number };

/**
 * What rules give at these moments, the earliest first: one gesture a delay, never more than the budgets hold. `spent` is what
 * months had cost before the period.
 */
export function gesturesIn(
  rules: GestureRules,
  { givings, spent }: { readonly givings: readonly Giving[]; readonly spent: ReadonlyMap<string, number> },
): Given {
  const months = new Map(spent);
  const orders = new Map<string, Had>();
  const delaysOf = new Map<string, Set<string>>();
  const granted = new Map<string, number>();
  const short = new Set<string>();
  for (const giving of givings.toSorted((a, b) => a.ms - b.ms || (a.delayId < b.delayId ? -1 : 1))) {
    const { delayId, order, delay, month } = giving;
    if (granted.has(delayId)) continue;
    const theirs = delaysOf.get(order.shopperId ?? order.orderId) ?? new Set<string>();
    const isAgain = order.isAgain || (order.shopperId !== null && [...theirs].some((other) => other !== delayId));
    delaysOf.set(order.shopperId ?? order.orderId, theirs.add(delayId));
    const had = orders.get(order.orderId) ?? {
      spent: order.spentMinor,
      offOrder: order.offOrderMinor,
      offShipping: order.offShippingMinor,
    };
    const ground = {
      ...order,
      isAgain,
      spentMinor: had.spent,
      offOrderMinor: had.offOrder,
      offShippingMinor: had.offShipping,
    };
    const spentThisMonthMinor = months.get(month) ?? 0;
    const choice = gestureChoice(rules, { delay, ground, spentThisMonthMinor });
    const meant = gestureChoice({ ...rules, budget: NO_END }, { delay, ground, spentThisMonthMinor: 0 });
    if (meant !== null && (choice === null || choice.costMinor < meant.costMinor)) short.add(delayId);
    if (choice === null) continue;
    if (meant?.costMinor === choice.costMinor) short.delete(delayId);
    const { gesture, costMinor } = choice;
    granted.set(delayId, costMinor);
    months.set(month, spentThisMonthMinor + costMinor);
    orders.set(order.orderId, {
      spent: had.spent + costMinor,
      offOrder: had.offOrder + ("on" in gesture && gesture.on === "this_order" ? costMinor : 0),
      offShipping: had.offShipping + (gesture.kind === "shipping_refund" ? costMinor : 0),
    });
  }
  const costMinor = [...granted.values()].reduce((sum, cost) => sum + cost, 0);
  const byOrder = new Map([...orders].map(([id, { spent: cost }]) => [id, cost]));
  return { gestures: granted.size, costMinor, short: short.size, byMonth: months, byOrder };
}

const NO_END: GestureRules["budget"] = { perOrderMinor: null, perMonthMinor: null };
