import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** A span of days up to now, and for how many days a purchase counts after its offer. */
type Span = { readonly merchantId: MerchantId; readonly days: number; readonly windowDays: number };

/** How often something stayed away for a reason. */
export type Counted = { readonly reason: string; readonly count: number };
/** Rows that were made: shown ones, those from which every product was withheld, and those that stayed away whole. */
export type RowCounts = { readonly shown: number; readonly empty: number; readonly withheld: readonly Counted[] };
/** Offered products, each counted once an offer. `bought` is that product, by that shopper, within the window, and kept. */
export type ProductCounts = {
  readonly offered: number;
  readonly seen: number;
  readonly clicked: number;
  readonly bought: number;
  readonly boughtAfterSight: number;
};
/** Shoppers of one side of the hold-out, and how many of them bought something of their first row within the window. */
export type Side = { readonly heldOut: boolean; readonly shoppers: number; readonly bought: number };

/** What came back of one line of an order; a return that names no order is of the shopper's orders before it. */
const cameBack = sql`(
  select coalesce(sum(i.quantity), 0) from returns r
  join return_items i on i.merchant_id = r.merchant_id and i.return_id = r.id
  where r.merchant_id = b.merchant_id and r.shopper_id = b.shopper_id and i.product_id = l.product_id
    and (r.order_id = b.id or r.order_id is null and r.returned_at >= b.placed_at))`;

/** Whether the shopper of offer `f` bought this product within the window in another order, and kept some of it. */
function isBought(product: SQL, windowDays: number): SQL {
  return sql`exists (
    select 1 from orders b join line_items l on l.merchant_id = b.merchant_id and l.order_id = b.id
    where b.merchant_id = f.merchant_id and b.shopper_id = f.shopper_id and b.id <> f.order_id and b.cancelled_at is null
      and b.placed_at > f.offered_at and b.placed_at <= f.offered_at + make_interval(days => ${windowDays})
      and l.product_id = ${product} and l.quantity > ${cameBack})`;
}

const since = ({ merchantId, days }: Span) =>
  sql`f.merchant_id = ${merchantId} and f.offered_at > now() - make_interval(days => ${days})`;

/** Rows of the span by what became of them. Index: offers_by_time. */
export async function rowCounts(tx: Tx, span: Span): Promise<RowCounts> {
  const rows = await tx.execute<{ reason: string | null; isEmpty: boolean; count: number }>(sql`
    select f.reason, f.shown = '[]' as "isEmpty", count(*)::int as count from offers f
    where ${since(span)} group by 1, 2 order by 3 desc, 1`);
  const sum = (isOf: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(isOf).reduce((total, { count }) => total + count, 0);
  const reasons = [...new Set(rows.flatMap(({ reason }) => (reason === null ? [] : [reason])))];
  return {
    shown: sum((row) => row.reason === null && !row.isEmpty),
    empty: sum((row) => row.reason === null && row.isEmpty),
    withheld: reasons.map((reason) => ({ reason, count: sum((row) => row.reason === reason) })),
  };
}

/** Why products were withheld from rows of the span that did not stay away whole. Index: offers_by_time. */
export async function withheldProducts(tx: Tx, span: Span): Promise<readonly Counted[]> {
  return tx.execute<Counted>(sql`
    select e->>'reason' as reason, count(*)::int as count from offers f cross join jsonb_array_elements(f.withheld) e
    where ${since(span)} and f.reason is null group by 1 order by 2 desc, 1`);
}

/** Products that were shown in the span. Indexes: offers_by_time, the key of offer_sights, orders_by_shopper. */
export async function productCounts(tx: Tx, span: Span): Promise<ProductCounts> {
  const sighted = (kind: "seen" | "clicked") => sql`exists (
    select 1 from offer_sights s where s.merchant_id = f.merchant_id and s.offer_id = f.id and s.product_id = f.product
      and s.kind = ${kind})`;
  const [counts] = await tx.execute<ProductCounts>(sql`
    with f as materialized (
      select f.merchant_id, f.id, f.order_id, f.shopper_id, f.offered_at, (e->>'product')::uuid as product
      from offers f cross join jsonb_array_elements(f.shown) e
      where ${since(span)} and f.reason is null and not f.held_out),
    told as (select ${sighted("seen")} as seen, ${sighted("clicked")} as clicked, ${isBought(sql`f.product`, span.windowDays)} as bought from f)
    select count(*)::int as offered, count(*) filter (where seen)::int as seen, count(*) filter (where clicked)::int as clicked,
      count(*) filter (where bought)::int as bought, count(*) filter (where bought and (seen or clicked))::int as "boughtAfterSight"
    from told`);
  return counts ?? { offered: 0, seen: 0, clicked: 0, bought: 0, boughtAfterSight: 0 };
}

/**
 * Both sides of the hold-out, each shopper once with the first row that was or would have been shown. Only rows whose window is
 * over count, the `days` before it. Indexes: offers_by_time, orders_by_shopper.
 */
export async function holdOutSides(tx: Tx, { merchantId, days, windowDays }: Span): Promise<readonly Side[]> {
  return tx.execute<Side>(sql`
    with f as materialized (
      select distinct on (shopper_id) merchant_id, order_id, shopper_id, offered_at, shown, held_out from offers
      where merchant_id = ${merchantId} and shopper_id is not null and shown <> '[]' and (reason is null or held_out)
        and offered_at > now() - make_interval(days => ${days + windowDays}) and offered_at <= now() - make_interval(days => ${windowDays})
      order by shopper_id, offered_at)
    select f.held_out as "heldOut", count(*)::int as shoppers, count(*) filter (where exists (
        select 1 from jsonb_array_elements(f.shown) e where ${isBought(sql`(e->>'product')::uuid`, windowDays)}))::int as bought
    from f group by 1 order by 1`);
}
