import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ProductId, ShopperId } from "#lib/kernel/ids.ts";
import { lockImports } from "./lock-imports.ts";

/**
 * Orders as learning reads them, oldest first, without the cancelled ones: `day:product,product;day:product`, with days since
 * 1970. One text a shopper is read ten times faster than a row a line.
 */
export type OrdersText = string;

/** An instant that parts orders: all that came in before it are there, all that come in later have a later `created_at`. */
export type LearningMark = { readonly until: string; readonly day: number };

/** Now, as a mark. Waits for an import that writes. */
export async function learningMark(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<LearningMark> {
  await lockImports(tx, { merchantId });
  const [row] = await tx.execute<LearningMark>(sql`
    select now::text as until, floor(extract(epoch from now) / 86400)::int as day from (select clock_timestamp() as now) n`);
  if (row === undefined) throw new Error("The clock did not answer");
  return row;
}

/** All products of a merchant, in the order of their ids. Uses the primary key. */
export async function productIds(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<readonly ProductId[]> {
  const [row] = await tx.execute<{ ids: string | null }>(sql`
    select string_agg(id::text, ',' order by id) as ids from products where merchant_id = ${merchantId}`);
  return row?.ids?.split(",") ?? [];
}

/** How many orders came in before a mark, and how many shoppers there are. */
export async function learnableCounts(
  tx: Tx,
  { merchantId, until }: { readonly merchantId: MerchantId; readonly until: string },
): Promise<{ readonly shoppers: number; readonly guests: number }> {
  const [row] = await tx.execute<{ shoppers: number; guests: number }>(sql`
    select (select count(*)::int from shoppers where merchant_id = ${merchantId}) as shoppers,
      (select count(*)::int from orders where merchant_id = ${merchantId} and shopper_id is null
        and created_at < ${until}::timestamptz) as guests`);
  return row ?? { shoppers: 0, guests: 0 };
}

const dayOf = sql.raw("floor(extract(epoch from o.placed_at) / 86400)::int");
const linesOf = sql.raw(`(select string_agg(l.product_id::text, ',' order by l.position) from line_items l
  where l.merchant_id = o.merchant_id and l.order_id = o.id)`);

/**
 * The orders of the next `limit` shoppers by id, as far as they came in before `until`; null where a shopper has none.
 * Indexes: shoppers' key, orders_by_shopper, line_items' key.
 */
export async function ordersOfShoppers(
  tx: Tx,
  page: {
    readonly merchantId: MerchantId;
    readonly after: ShopperId | null;
    readonly limit: number;
    readonly until: string;
  },
): Promise<readonly ShopperOrders[]> {
  return tx.execute<ShopperOrders>(sql`
    select s.id, x.orders from (
      select id from shoppers where merchant_id = ${page.merchantId}
        and (${page.after}::uuid is null or id > ${page.after}::uuid) order by id limit ${page.limit}
    ) s cross join lateral (
      select string_agg(${dayOf} || ':' || ${linesOf}, ';' order by o.placed_at, o.id) as orders from orders o
      where o.merchant_id = ${page.merchantId} and o.shopper_id = s.id and o.cancelled_at is null
        and o.created_at < ${page.until}::timestamptz
    ) x order by s.id`);
}

/** A shopper's orders; null where there are none. */
export type ShopperOrders = { readonly id: ShopperId; readonly orders: OrdersText | null };
/** One order of which the shopper is not known; `orders` is null where it does not count. */
export type GuestOrders = { readonly placedAt: string; readonly id: OrderId; readonly orders: OrdersText | null };

/** The next orders of whom nobody is known to have ordered, newest first. Indexes: orders_by_shopper, line_items' key. */
export async function ordersOfGuests(
  tx: Tx,
  page: {
    readonly merchantId: MerchantId;
    readonly after: Pick<GuestOrders, "placedAt" | "id"> | null;
    readonly limit: number;
    readonly until: string;
  },
): Promise<readonly GuestOrders[]> {
  const after =
    page.after === null
      ? sql``
      : sql`and placed_at <= ${page.after.placedAt}::timestamptz
          and (placed_at, id) < (${page.after.placedAt}::timestamptz, ${page.after.id}::uuid)`;
  return tx.execute<GuestOrders>(sql`
    select o.placed_at::text as "placedAt", o.id, case when o.cancelled_at is null and o.created_at < ${page.until}::timestamptz
      then ${dayOf} || ':' || ${linesOf} end as orders
    from (select * from orders where merchant_id = ${page.merchantId} and shopper_id is null ${after}
      order by placed_at desc, id desc limit ${page.limit}) o
    order by o.placed_at desc, o.id desc`);
}

/** How often each product came back, in return lines. Index: return_items_by_product. */
export function returnedLines(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }) {
  return tx.execute<{ id: ProductId; count: number }>(sql`
    select product_id as id, count(*)::int as count from return_items where merchant_id = ${merchantId} group by product_id`);
}

/** How each product is rated. Index: reviews_by_product. */
export function productRatings(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }) {
  return tx.execute<{ id: ProductId; mean: number; count: number }>(sql`
    select product_id as id, avg(rating)::float8 as mean, count(*)::int as count from reviews
    where merchant_id = ${merchantId} group by product_id`);
}
