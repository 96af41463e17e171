import { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import { countOrders, ordersDrawn, type PromisedOrder, promisedOrders } from "#db/queries/dry-run-orders.ts";
import { findJudgeGround } from "#db/queries/rules.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { PromiseRule } from "#lib/promise/promise-rule.ts";
import type { Compared, Kept, KeptSum, Sample } from "#lib/promise/tried.ts";
import { alpha2Of } from "#lib/tracking/country-codes.ts";
import { loadHolidays } from "#lib/use-cases/promises/load-holidays.ts";
import { promiseAtCheckout } from "#lib/use-cases/promises/promise-at-checkout.ts";
import { storedPromiseRules } from "#lib/use-cases/promises/stored-rules.ts";
import type { TryClock } from "./try-clock.ts";

type Deps = { readonly db: Db };
type Asked = {
  readonly merchantId: MerchantId;
  readonly rules: readonly PromiseRule[];
  readonly sinceMs: number;
  readonly clock: TryClock;
};

export type PromiseTried = Sample & { readonly kind: "promise" } & Compared<KeptSum>;

const MOST_ORDERS = 20_000;
const AT_ONCE = 500;

/** A window by a rule (null: by the method's own text), as far as keeping it goes. */
export type Window = { readonly rule: string | null; readonly toDay: string };

/**
 * What the orders of the last days would have been promised, beside what the rules that hold promise and what they really were:
 * by the function that promises at checkout. Reads only. Of a large shop an even sample.
 */
export async function tryPromiseRules(deps: Deps, asked: Asked): Promise<PromiseTried> {
  const { merchantId, rules, sinceMs, clock } = asked;
  const start = await withTenant(deps.db, merchantId, async (tx) => {
    const of = await countOrders(tx, { merchantId, sinceMs });
    const step = Math.max(1, Math.ceil(of / MOST_ORDERS));
    const ids = await ordersDrawn(tx, { merchantId, sinceMs, step, limit: MOST_ORDERS });
    const { zone } = await findJudgeGround(tx, { merchantId });
    return { of, ids, zone, holds: await storedPromiseRules(tx, { merchantId }) };
  });
  const holidaysOf = await loadHolidays([...rules, ...start.holds]);
  const windowBy = (set: readonly PromiseRule[], order: PromisedOrder): Window | null => {
    const placedAt = Temporal.Instant.from(order.placedAt);
    const country = alpha2Of(order.country?.trim() ?? "");
    const promised = promiseAtCheckout(set, { method: order.method, placedAt, country, zone: start.zone }, holidaysOf);
    if (promised?.saidBy === "rule") return { rule: promised.reason, toDay: promised.window.toDay };
    const toDay = order.checkoutTo ?? promised?.window.toDay ?? null;
    return toDay === null ? null : { rule: null, toDay };
  };
  const sums = { would: newKept(), now: newKept(), really: newKept() };
  let looked = 0;
  while (looked < start.ids.length && !clock.isOver()) {
    const orderIds = start.ids.slice(looked, looked + AT_ONCE);
    const orders = await withTenant(deps.db, merchantId, (tx) => promisedOrders(tx, { merchantId, orderIds }));
    for (const [at, order] of orders.entries()) {
      noteWindow(sums.would, windowBy(rules, order), order.arrivedOn);
      noteWindow(sums.now, windowBy(start.holds, order), order.arrivedOn);
      noteWindow(sums.really, order.told, order.arrivedOn);
      if (at % 100 === 99) await clock.breathe();
    }
    looked += orderIds.length;
    clock.tell(looked, start.ids.length);
  }
  const inOrder = [...rules, ...start.holds].map(({ id }) => id);
  const [would, now, really] = [sums.would, sums.now, sums.really].map((sum) => keptSum(sum, inOrder));
  if (would === undefined || now === undefined || really === undefined) throw new Error("three sums make three");
  return { kind: "promise", looked, of: start.of, isCut: looked < start.ids.length, would, now, really };
}

type Counting = Map<string | null, { orders: number; arrived: number; kept: number }>;

function newKept(): Counting {
  return new Map();
}

function noteWindow(sum: Counting, window: Window | null, arrivedOn: string | null): void {
  if (window === null) return;
  const counted = sum.get(window.rule) ?? { orders: 0, arrived: 0, kept: 0 };
  counted.orders += 1;
  if (arrivedOn !== null) counted.arrived += 1;
  if (arrivedOn !== null && arrivedOn <= window.toDay) counted.kept += 1;
  sum.set(window.rule, counted);
}

/** In all and by rule, in the shop's order; what no rule names comes last. */
function keptSum(sum: Counting, inOrder: readonly string[]): KeptSum {
  const place = (rule: string | null) => (rule === null ? inOrder.length : inOrder.indexOf(rule));
  const rules = [...sum].map(([rule, kept]) => ({ rule, ...kept })).toSorted((a, b) => place(a.rule) - place(b.rule));
  const total = (count: (kept: Kept) => number) => rules.reduce((all, kept) => all + count(kept), 0);
  return {
    orders: total(({ orders }) => orders),
    arrived: total(({ arrived }) => arrived),
    kept: total(({ kept }) => kept),
    rules,
  };
}
