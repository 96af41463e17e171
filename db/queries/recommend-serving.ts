import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { askWithin, statement } from "#db/statement.ts";
import type { MerchantId, OrderId, ProductId, ShopperId } from "#lib/kernel/ids.ts";

/** What serving needs of a model beside rows. */
export type ServingModel = {
  readonly generation: number;
  readonly settings: unknown;
  readonly productCount: number;
  readonly meanLength: number;
  readonly scale: number;
  readonly highest: number;
  readonly fallback: Uint8Array;
  readonly least: number;
};

const servingModel = statement<ServingModel>(sql`
  select generation, settings, product_count as "productCount", mean_length as "meanLength", scale, highest, fallback,
    least::float8 as least
  from recommend_models where merchant_id = ${sql.placeholder("merchantId")}::uuid`);

/** A merchant's model; null where nothing is learned yet. Uses the primary key. */
export async function findServingModel(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<ServingModel | null> {
  const [row] = await askWithin(tx, servingModel, { merchantId });
  return row ?? null;
}

/** A product of a history with its row; all of the row is null where the model does not know the product. */
export type BoughtRow = {
  readonly productId: ProductId;
  readonly replenishable: boolean;
  readonly generation: number;
  /** In which orders, as `place:days ago,place:days ago`; place 0 is the order that is looked at, 1 the newest other one. */
  readonly orders: string;
  readonly number: number | null;
  readonly targets: Uint8Array | null;
  readonly strengths: Uint8Array | null;
  readonly fresh: number | null;
  readonly intercept: number | null;
};

/*
 * Every lookup is a lateral one of a single row: a hundred products are looked up one by one by their keys, whatever the
 * statistics say of a generation that was written a moment ago. Joined freely, a whole generation was read (90 ms, not 2).
 */
const boughtRows = statement<BoughtRow>(sql`
  with asked as materialized (
    select id, 0::bigint as place, placed_at from orders
      where merchant_id = ${sql.placeholder("merchantId")}::uuid and id = ${sql.placeholder("orderId")}::uuid
    union all
    (select id, row_number() over (order by placed_at desc, id) as place, placed_at from orders
      where merchant_id = ${sql.placeholder("merchantId")}::uuid
        and shopper_id = nullif(${sql.placeholder("shopperId")}, '')::uuid
        and id <> ${sql.placeholder("orderId")}::uuid and cancelled_at is null
      order by placed_at desc, id limit ${sql.placeholder("orders")}::int)
  ), lines as materialized (
    select l.product_id, a.place, greatest(0, floor(extract(epoch from now() - a.placed_at) / 86400))::int as days_ago
    from (select * from asked order by place) a cross join lateral (
      select distinct product_id from line_items
      where merchant_id = ${sql.placeholder("merchantId")}::uuid and order_id = a.id
    ) l limit ${sql.placeholder("lines")}::int
  ), bought as materialized (
    select product_id, string_agg(place || ':' || days_ago, ',' order by place) as orders from lines group by product_id
  )
  select b.product_id as "productId", p.replenishable, m.generation, b.orders, r.number, r.targets, r.strengths, r.fresh,
    r.intercept::float8 as intercept
  from (select generation from recommend_models where merchant_id = ${sql.placeholder("merchantId")}::uuid) m
  cross join bought b
  cross join lateral (
    select replenishable from products where merchant_id = ${sql.placeholder("merchantId")}::uuid and id = b.product_id limit 1
  ) p
  left join lateral (
    select * from recommend_rows where merchant_id = ${sql.placeholder("merchantId")}::uuid and product_id = b.product_id
      and generation = m.generation limit 1
  ) r on true`);

/**
 * What a shopper bought, newest orders first, with the rows of the generation that serves. Of a shopper who is not known the order alone.
 * Indexes: orders_by_shopper, line_items' key, recommend_rows_by_product.
 */
export function findBoughtRows(
  tx: Tx,
  asked: {
    readonly merchantId: MerchantId;
    readonly orderId: OrderId;
    readonly shopperId: ShopperId | null;
    /** At most so many orders and lines. */
    readonly orders: number;
    readonly lines: number;
  },
): Promise<readonly BoughtRow[]> {
  return askWithin(tx, boughtRows, { ...asked, shopperId: asked.shopperId ?? "" });
}

/** What a product has without any history. */
export type PriorRow = { readonly number: number; readonly fresh: number; readonly intercept: number | null };

const priorRows = statement<PriorRow>(sql`
  select number, fresh, intercept::float8 as intercept from recommend_rows
  where merchant_id = ${sql.placeholder("merchantId")}::uuid and generation = ${sql.placeholder("generation")}::int
    and number = any(${sql.placeholder("numbers")}::text::int[])`);

type NumbersAsked = {
  readonly merchantId: MerchantId;
  readonly generation: number;
  readonly numbers: readonly number[];
};

/** The priors of products by their numbers in a generation. Uses the primary key; hundreds are asked at once. */
export async function findPriorRows(
  tx: Tx,
  { merchantId, generation, numbers }: NumbersAsked,
): Promise<readonly PriorRow[]> {
  if (numbers.length === 0) return [];
  return askWithin(tx, priorRows, { merchantId, generation, numbers: `{${numbers.join(",")}}` });
}

/** A product that comes into question, with what the gate must know of it. */
export type CandidateRow = {
  readonly number: number;
  readonly id: ProductId;
  readonly title: string;
  readonly category: string | null;
  readonly stock: number | null;
  readonly replenishable: boolean;
  readonly mostReturned: boolean | null;
  readonly ratingMean: number | null;
  readonly ratingCount: number | null;
  readonly usualGapDays: number | null;
};

const candidateRows = statement<CandidateRow>(sql`
  select r.number, p.id, p.title, p.category, p.stock, p.replenishable,
    f.most_returned as "mostReturned", f.rating_mean::float8 as "ratingMean", f.rating_count as "ratingCount",
    f.usual_gap_days::float8 as "usualGapDays"
  from unnest(${sql.placeholder("numbers")}::text::int[]) as n(number)
  cross join lateral (
    select * from recommend_rows where merchant_id = ${sql.placeholder("merchantId")}::uuid
      and generation = ${sql.placeholder("generation")}::int and number = n.number limit 1
  ) r
  cross join lateral (
    select * from products where merchant_id = ${sql.placeholder("merchantId")}::uuid and id = r.product_id limit 1
  ) p
  left join lateral (
    select * from recommend_products where merchant_id = ${sql.placeholder("merchantId")}::uuid and product_id = r.product_id limit 1
  ) f on true`);

/** Products by their numbers in a generation. Uses the primary keys. */
export function findCandidateRows(
  tx: Tx,
  { merchantId, generation, numbers }: NumbersAsked,
): Promise<readonly CandidateRow[]> {
  return askWithin(tx, candidateRows, { merchantId, generation, numbers: `{${numbers.join(",")}}` });
}
