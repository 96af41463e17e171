import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, ProductId } from "#lib/kernel/ids.ts";
import type { OrdersText } from "./recommend-log.ts";

/** What came to a merchant's orders after what its model holds. */
export type ModelNews = {
  /** Null where nothing is learned yet. */
  readonly builtAt: string | null;
  readonly counted: number;
  /** Orders that came in since; counted up to so many as would be learned anew anyway. */
  readonly added: number;
  /** Orders that came in since everything was learned. */
  readonly sinceBuilt: number;
  /** Orders that were changed or cancelled since everything was learned. */
  readonly changed: number;
  readonly hasOrders: boolean;
};

/** At most so many new or changed orders are counted. */
const ENOUGH = 100_000;

/** What there is to learn. Indexes: orders_by_arrival, orders_changed. */
export async function findModelNews(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<ModelNews> {
  const [model] = await tx.execute<{ builtAt: string; addedUntil: string; counted: number }>(sql`
    select built_at::text as "builtAt", added_until::text as "addedUntil", orders as counted
    from recommend_models where merchant_id = ${merchantId}`);
  const [any] = await tx.execute(
    sql`select 1 from orders where merchant_id = ${merchantId} order by created_at limit 1`,
  );
  const hasOrders = any !== undefined;
  if (model === undefined) return { builtAt: null, counted: 0, added: 0, sinceBuilt: 0, changed: 0, hasOrders };
  // With the instants at hand it is planned for few rows; as a column of a join they might be any.
  const since = (instant: string) => sql`(select count(*)::int from (select 1 from orders
    where merchant_id = ${merchantId} and created_at >= ${instant}::timestamptz limit ${ENOUGH}) o)`;
  const [row] = await tx.execute<{ added: number; sinceBuilt: number; changed: number }>(sql`
    select ${since(model.addedUntil)} as added, ${since(model.builtAt)} as "sinceBuilt",
      (select count(*)::int from (select 1 from orders where merchant_id = ${merchantId} and updated_at > created_at
        and updated_at >= ${model.builtAt}::timestamptz limit ${ENOUGH}) o) as changed`);
  if (row === undefined) throw new Error("Nothing was counted");
  return { builtAt: model.builtAt, counted: model.counted, ...row, hasOrders };
}

/** A shopper with new orders: those that were there before, those that came, and both in their order. A guest's is new. */
export type NewOrders = { readonly before: OrdersText | null; readonly added: OrdersText; readonly after: OrdersText };

/**
 * What came in from `from` until `until`, a shopper a row. Left out are shoppers of whom an earlier order was changed after
 * everything was learned: what was counted of them is not known any more. Indexes: orders_by_arrival, orders_by_shopper.
 */
export async function newOrdersByShopper(
  tx: Tx,
  span: {
    readonly merchantId: MerchantId;
    readonly builtAt: string;
    readonly from: string;
    readonly until: string;
  },
): Promise<readonly NewOrders[]> {
  const { merchantId, builtAt, from, until } = span;
  const day = sql.raw("floor(extract(epoch from o.placed_at) / 86400)::int");
  const lines = sql.raw(`(select string_agg(l.product_id::text, ',' order by l.position) from line_items l
    where l.merchant_id = o.merchant_id and l.order_id = o.id)`);
  const text = sql`string_agg(${day} || ':' || ${lines}, ';' order by o.placed_at, o.id)`;
  return tx.execute<NewOrders>(sql`
    with came as materialized (
      select id, shopper_id from orders where merchant_id = ${merchantId} and created_at >= ${from}::timestamptz
        and created_at < ${until}::timestamptz and cancelled_at is null
    ), who as materialized (
      select distinct shopper_id as id from came where shopper_id is not null
    )
    select x.before, x.added, x.after from who w cross join lateral (
      select ${text} filter (where o.created_at < ${from}::timestamptz) as before,
        ${text} filter (where o.created_at >= ${from}::timestamptz) as added,
        ${text} as after
      from orders o where o.merchant_id = ${merchantId} and o.shopper_id = w.id and o.cancelled_at is null
        and o.created_at < ${until}::timestamptz
    ) x where not exists (
      select 1 from orders o where o.merchant_id = ${merchantId} and o.shopper_id = w.id and o.created_at < ${from}::timestamptz
        and o.updated_at > greatest(o.created_at, ${builtAt}::timestamptz))
    union all
    select null, x.orders, x.orders from came c join orders o on o.merchant_id = ${merchantId} and o.id = c.id
      cross join lateral (select ${day} || ':' || ${lines} as orders) x where c.shopper_id is null`);
}

/** What is kept of every product of a generation beside its list. */
export type RowFigures = {
  readonly number: number;
  readonly productId: ProductId;
  readonly held: number;
  readonly fresh: number;
  readonly intercept: number | null;
};

/** All products of a generation, in the order of their numbers. Uses the primary key. */
export function rowFigures(
  tx: Tx,
  { merchantId, generation }: { readonly merchantId: MerchantId; readonly generation: number },
): Promise<readonly RowFigures[]> {
  return tx.execute<RowFigures>(sql`
    select number, product_id as "productId", held, fresh, intercept::float8 as intercept from recommend_rows
    where merchant_id = ${merchantId} and generation = ${generation} order by number`);
}

/** A product's list as it is kept to be added to. */
export type KeptRow = {
  readonly number: number;
  readonly own: number;
  readonly targets: Uint8Array;
  readonly counts: Uint8Array;
};

/** The lists of these products. Uses the primary key. */
export function keptRows(
  tx: Tx,
  asked: { readonly merchantId: MerchantId; readonly generation: number; readonly numbers: readonly number[] },
): Promise<readonly KeptRow[]> {
  return tx.execute<KeptRow>(sql`
    select number, own, targets, counts from recommend_rows where merchant_id = ${asked.merchantId}
      and generation = ${asked.generation} and number = any(${`{${asked.numbers.join(",")}}`}::text::int[])`);
}
