import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { askWithin, statement } from "#db/statement.ts";
import type { MerchantId, OrderId, ProductId, ShopperId } from "#lib/kernel/ids.ts";

/** A model without its rows: megabytes in a large shop, so that it is kept by who asks. */
export type ServingModel = {
  /** Another one whenever anything of the model is. */
  readonly version: string;
  readonly settings: unknown;
  readonly productCount: number;
  readonly meanLength: number;
  readonly scale: number;
  /** Figures of every product, as bytes. */
  readonly fallback: Uint8Array;
  readonly productIds: Uint8Array;
  readonly priors: Uint8Array;
  readonly popularities: Uint8Array;
};

/** A merchant's model; null where nothing is learned yet. Uses the primary key. */
export async function findServingModel(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<ServingModel | null> {
  const [row] = await tx.execute<ServingModel>(sql`
    select generation || ' ' || added_until as version, settings, product_count as "productCount", mean_length as "meanLength",
      scale, fallback, product_ids as "productIds", priors, popularities
    from recommend_models where merchant_id = ${merchantId}`);
  return row ?? null;
}

/** A product of a history with its row; all of the row is null where the model does not know the product. */
export type BoughtRow = {
  readonly productId: ProductId;
  readonly replenishable: boolean;
  /** In which orders, as `place:days ago,place:days ago`; place 0 is the order that is looked at, 1 the newest other one. */
  readonly orders: string;
  readonly number: number | null;
  /** Targets and behind them as many strengths, as base64: half of what bytes would take on their way. Null too where enough newer products speak. */
  readonly entries: string | null;
};

/** What a shopper bought as the model of this version knows it; the version is null where nothing is learned yet. */
export type BoughtRows = { readonly version: string | null; readonly rows: readonly BoughtRow[] };

type FoundRow = { readonly version: string; readonly productId: ProductId | null };

/*
 * Every lookup is a lateral one of a single row: a hundred products are looked up one by one by their keys, whatever the
 * statistics say of a generation that was written a moment ago. Joined freely, a whole generation was read (90 ms, not 2).
 */
const boughtRows = statement<FoundRow & BoughtRow>(sql`
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
    select product_id, min(place) as newest, string_agg(place || ':' || days_ago, ',' order by place) as orders
      from lines group by product_id
  )
  select m.version, b.product_id as "productId", p.replenishable, b.orders, r.number,
    case when count(r.number) over newer < ${sql.placeholder("heard")}::int
      then encode(r.targets || r.strengths, 'base64') end as entries
  from (
    select generation, generation || ' ' || added_until as version from recommend_models
      where merchant_id = ${sql.placeholder("merchantId")}::uuid
  ) m
  left join bought b on true
  left join lateral (
    select replenishable from products where merchant_id = ${sql.placeholder("merchantId")}::uuid and id = b.product_id limit 1
  ) p on true
  left join lateral (
    select * from recommend_rows where merchant_id = ${sql.placeholder("merchantId")}::uuid and product_id = b.product_id
      and generation = m.generation limit 1
  ) r on true
  window newer as (order by b.newest groups between unbounded preceding and 1 preceding)`);

/**
 * What a shopper bought, newest orders first, with the rows of the generation that serves. Of a shopper who is not known the order alone.
 * Indexes: orders_by_shopper, line_items' key, recommend_rows_by_product.
 */
export async function findBoughtRows(
  tx: Tx,
  asked: {
    readonly merchantId: MerchantId;
    readonly orderId: OrderId;
    readonly shopperId: ShopperId | null;
    /** At most so many orders and lines. */
    readonly orders: number;
    readonly lines: number;
    /** Rows are read of a product as long as the orders before its own hold fewer other ones. */
    readonly heard: number;
  },
): Promise<BoughtRows> {
  const found = await askWithin(tx, boughtRows, { ...asked, shopperId: asked.shopperId ?? "" });
  // Where nothing was bought that is known the version comes alone.
  return { version: found[0]?.version ?? null, rows: found.filter(({ productId }) => productId !== null) };
}

/** What the gate must know of a product that comes into question. */
export type CandidateRow = {
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
  select p.id, p.title, p.category, p.stock, p.replenishable,
    f.most_returned as "mostReturned", f.rating_mean::float8 as "ratingMean", f.rating_count as "ratingCount",
    f.usual_gap_days::float8 as "usualGapDays"
  from unnest(${sql.placeholder("ids")}::text::uuid[]) as n(id)
  cross join lateral (
    select * from products where merchant_id = ${sql.placeholder("merchantId")}::uuid and id = n.id limit 1
  ) p
  left join lateral (
    select * from recommend_products where merchant_id = ${sql.placeholder("merchantId")}::uuid and product_id = n.id limit 1
  ) f on true`);

/** Products by id; those that are gone are left out. Uses the primary keys. */
export function findCandidateRows(
  tx: Tx,
  { merchantId, ids }: { readonly merchantId: MerchantId; readonly ids: readonly ProductId[] },
): Promise<readonly CandidateRow[]> {
  return askWithin(tx, candidateRows, { merchantId, ids: `{${ids.join(",")}}` });
}
