import { and, eq, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { gestureSpend, gestures } from "#db/schema/index.ts";
import type { MerchantId, OrderId, ShopperId } from "#lib/kernel/ids.ts";
import type { Gesture, GrantedGesture } from "#lib/promise/gesture/gesture.ts";

type DelayKey = { readonly merchantId: MerchantId; readonly delayId: string };
type Month = { readonly merchantId: MerchantId; readonly month: string };

/** What giving something for a delay depends on, money in minor units of `currency`. */
export type GestureGround = {
  readonly orderId: OrderId;
  readonly shopperId: ShopperId | null;
  readonly currency: string;
  /** The currency in which the merchant's budgets are. */
  readonly budgetCurrency: string;
  readonly zone: string;
  readonly totalMinor: number;
  readonly shippingMinor: number;
  readonly tier: string | null;
  /** The same shopper had an apology before this one, or has something for another delay already. */
  readonly isAgain: boolean;
  /** What this delay has had. */
  readonly granted: GrantedGesture | null;
  /** What the order has had: in all, off the order itself, and of its shipping. */
  readonly spentMinor: number;
  readonly offOrderMinor: number;
  readonly offShippingMinor: number;
};

/**
 * Lets those who grant gestures of a merchant take turns, until the transaction ends: no two see the same money left, in
 * whichever month they are, nor the same shopper's first delay. Taken after every row lock of the transaction.
 */
export async function lockGestures(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`gestures ${merchantId}`}, 0))`);
}

/** All of it for one delay; null where it is gone. Uses primary keys, `gestures_by_order`, `orders_by_shopper` and `delays_once`. */
export async function findGestureGround(
  tx: Tx,
  { merchantId, delayId, now }: DelayKey & { readonly now: Temporal.Instant },
): Promise<GestureGround | null> {
  const [row] = await tx.execute<GestureGround>(sql`
    select o.id as "orderId", o.shopper_id as "shopperId", o.currency, m.currency as "budgetCurrency", m.zone,
      o.total_minor::float8 as "totalMinor", o.shipping_minor::float8 as "shippingMinor", l.tier,
      exists (
        select 1 from orders b join delays e on e.merchant_id = b.merchant_id and e.order_id = b.id
        where b.merchant_id = o.merchant_id and b.shopper_id = o.shopper_id and e.id <> d.id and (
          (e.apologised_at, e.id) < (coalesce(d.apologised_at, ${now.toString()}::timestamptz), d.id)
          or exists (select 1 from gestures where merchant_id = e.merchant_id and delay_id = e.id))
      ) as "isAgain",
      (select jsonb_build_object('ruleId', rule_id, 'gesture', gesture, 'costMinor', cost_minor, 'code', code)
        from gestures where merchant_id = d.merchant_id and delay_id = d.id) as granted,
      had.*
    from delays d
    join orders o on o.merchant_id = d.merchant_id and o.id = d.order_id
    join merchants m on m.id = d.merchant_id
    left join loyalty_accounts l on l.merchant_id = o.merchant_id and l.shopper_id = o.shopper_id
    cross join lateral (
      select coalesce(sum(cost_minor), 0)::float8 as "spentMinor",
        coalesce(sum(cost_minor) filter (where gesture->>'on' = 'this_order'), 0)::float8 as "offOrderMinor",
        coalesce(sum(cost_minor) filter (where gesture->>'kind' = 'shipping_refund'), 0)::float8 as "offShippingMinor"
      from gestures where merchant_id = o.merchant_id and order_id = o.id) had
    where d.merchant_id = ${merchantId} and d.id = ${delayId}`);
  return row ?? null;
}

/** What a month's gestures have cost so far, in minor units. Uses the primary key. */
export async function findSpent(tx: Tx, { merchantId, month }: Month): Promise<number> {
  const [row] = await tx
    .select({ spentMinor: gestureSpend.spentMinor })
    .from(gestureSpend)
    .where(and(eq(gestureSpend.merchantId, merchantId), eq(gestureSpend.month, month)))
    .limit(1);
  return row?.spentMinor ?? 0;
}

export type NewGesture = DelayKey &
  GrantedGesture & {
    readonly id: string;
    readonly orderId: OrderId;
    readonly ruleName: string;
    readonly currency: string;
    readonly month: string;
    readonly grantedAt: Temporal.Instant;
  };

/** Writes what was granted, and its cost into its month. Throws where the delay has had something: `gestures_once`. */
export async function addGesture(tx: Tx, gesture: NewGesture): Promise<void> {
  const { merchantId, month, costMinor } = gesture;
  await tx.insert(gestures).values({ ...gesture, grantedAt: gesture.grantedAt.toString(), request: "queued" });
  await tx
    .insert(gestureSpend)
    .values({ merchantId, month, spentMinor: costMinor })
    .onConflictDoUpdate({
      target: [gestureSpend.merchantId, gestureSpend.month],
      set: { spentMinor: sql`${gestureSpend.spentMinor} + excluded.spent_minor` },
    });
}

export type MonthOfGestures = {
  /** Its first day. */
  readonly month: string;
  readonly spentMinor: number;
  /** How many of what it paid for are still there: those of deleted orders are not. */
  readonly count: number;
};

/** What each month's gestures have cost, newest first, for the desk. Uses the primary key and `gestures_by_month`. */
export async function monthsOfGestures(
  tx: Tx,
  { merchantId, limit }: { readonly merchantId: MerchantId; readonly limit: number },
): Promise<readonly MonthOfGestures[]> {
  return await tx.execute<MonthOfGestures>(sql`
    select s.month::text as month, s.spent_minor::float8 as "spentMinor",
      (select count(*)::int from gestures g where g.merchant_id = s.merchant_id and g.month = s.month) as count
    from gesture_spend s where s.merchant_id = ${merchantId} order by s.month desc limit ${limit}`);
}

export type GestureOfMonth = {
  readonly id: string;
  readonly orderNumber: string;
  readonly ruleId: string;
  readonly ruleName: string;
  readonly gesture: Gesture;
  readonly costMinor: number;
  readonly currency: string;
  /** As PostgreSQL writes an instant. */
  readonly grantedAt: string;
  readonly request: "queued" | "sent" | "failed";
  readonly requestError: string | null;
};

/** What a month's budget paid for, newest first, for the desk; `before` is the last of the page before. Uses `gestures_by_month`. */
export async function gesturesOfMonth(
  tx: Tx,
  input: Month & { readonly before: Pick<GestureOfMonth, "id" | "grantedAt"> | null; readonly limit: number },
): Promise<readonly GestureOfMonth[]> {
  const { merchantId, month, before, limit } = input;
  const after =
    before === null ? sql`true` : sql`(g.granted_at, g.id) < (${before.grantedAt}::timestamptz, ${before.id}::uuid)`;
  return await tx.execute<GestureOfMonth>(sql`
    select g.id, o.number as "orderNumber", g.rule_id as "ruleId", g.rule_name as "ruleName", g.gesture,
      g.cost_minor::float8 as "costMinor", g.currency, g.granted_at::text as "grantedAt", g.request,
      g.request_error as "requestError"
    from gestures g join orders o on o.merchant_id = g.merchant_id and o.id = g.order_id
    where g.merchant_id = ${merchantId} and g.month = ${month}::date and ${after}
    order by g.granted_at desc, g.id desc limit ${limit}`);
}
