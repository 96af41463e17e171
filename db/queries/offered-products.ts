import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { products } from "#db/schema/index.ts";
import type { MerchantId, ProductId } from "#lib/kernel/ids.ts";

/** What is stored of a product that the gate judges or the page shows. Money is in minor units. */
export type StoredProduct = {
  readonly id: ProductId;
  readonly sku: string;
  readonly title: string;
  readonly category: string | null;
  readonly stock: number | null;
  readonly replenishable: boolean;
  readonly priceMinor: number | null;
  readonly currency: string | null;
  readonly pageUrl: string | null;
  readonly pictureId: string | null;
  readonly mostReturned: boolean;
  readonly ratingMean: number | null;
  readonly ratingCount: number;
  readonly usualGapDays: number | null;
};

/**
 * The rows of these products, each looked up by its key. Where nothing was learned yet, ratings are counted here.
 */
export function storedProducts({ ids, merchantId }: { readonly ids: SQL; readonly merchantId: SQL }): SQL {
  return sql`
    select p.id, p.sku, p.title, p.category, p.stock, p.replenishable, p.price_minor as "priceMinor", p.currency,
      p.page_url as "pageUrl", p.picture_id as "pictureId", coalesce(l.most_returned, false) as "mostReturned",
      case when l.product_id is null then v.mean else l.rating_mean::float8 end as "ratingMean",
      case when l.product_id is null then v.count else l.rating_count end as "ratingCount",
      l.usual_gap_days::float8 as "usualGapDays"
    from (${ids}) n
    cross join lateral (select * from products t where t.merchant_id = ${merchantId} and t.id = n.id limit 1) p
    left join lateral (
      select * from recommend_products t where t.merchant_id = p.merchant_id and t.product_id = p.id limit 1) l on true
    left join lateral (
      select avg(w.rating)::float8 as mean, count(*)::int as count from reviews w
      where w.merchant_id = p.merchant_id and w.product_id = p.id) v on l.product_id is null`;
}

/** These products, in no order. Uses the primary keys and `reviews_by_product`. */
export async function productsOf(
  tx: Tx,
  { merchantId, ids }: { readonly merchantId: MerchantId; readonly ids: readonly ProductId[] },
): Promise<readonly StoredProduct[]> {
  if (ids.length === 0) return [];
  const listed = sql`select e::uuid as id from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) e`;
  const rows = await tx.execute<StoredProduct & { readonly priceMinor: string | null }>(
    storedProducts({ ids: listed, merchantId: sql`${merchantId}::uuid` }),
  );
  return rows.map((row) => ({ ...row, priceMinor: row.priceMinor === null ? null : Number(row.priceMinor) }));
}

/** The SKUs of these products. Uses the primary key. */
export async function skusOf(
  tx: Tx,
  { merchantId, ids }: { readonly merchantId: MerchantId; readonly ids: readonly ProductId[] },
): Promise<ReadonlyMap<ProductId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: products.id, sku: products.sku })
    .from(products)
    .where(and(eq(products.merchantId, merchantId), inArray(products.id, [...ids])));
  return new Map(rows.map(({ id, sku }) => [id, sku]));
}
