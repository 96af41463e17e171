import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

export type FoundProduct = { readonly sku: string; readonly title: string };

/** What no text begins with: the end of a range of all that begin with one. */
const END = "\u{10FFFF}";
/** Orders whose words are looked at for products with a word further on in their title. */
const MOST_WORDS = 300;

/**
 * Products whose SKU or title begins with a text, and those that were ordered of which any word of the title does, at most `limit`
 * each. Indexes: products_by_sku_key, products_by_title_key, search_terms' key and line_items' key.
 */
export async function findProducts(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly text: string; readonly limit: number },
): Promise<readonly FoundProduct[]> {
  const { merchantId, limit } = input;
  const from = input.text.toLowerCase();
  const to = `${from}${END}`;
  const begins = (column: string) => sql`(
    select sku, title from products where merchant_id = ${merchantId}
      and ${sql.identifier(column)} >= ${from} and ${sql.identifier(column)} < ${to}
    order by ${sql.identifier(column)} limit ${limit})`;
  return tx.execute<FoundProduct>(sql`
    with named as materialized (
      select order_id from search_terms where merchant_id = ${merchantId} and term >= ${from} and term < ${to}
        and kind = 'product' order by term, placed_at desc limit ${MOST_WORDS}),
    ordered as materialized (
      select distinct l.product_id from named n cross join lateral (
        select t.product_id, t.title from line_items t where t.merchant_id = ${merchantId} and t.order_id = n.order_id offset 0) l
      where lower(l.title) like '%' || replace(replace(replace(${from}, '\\', ''), '%', ''), '_', '') || '%' limit ${limit})
    select distinct on (sku) sku, title from (
      ${begins("sku_key")} union all ${begins("title_key")} union all
      select p.sku, p.title from ordered o cross join lateral (
        select * from products t where t.merchant_id = ${merchantId} and t.id = o.product_id limit 1) p) found
    order by sku limit ${limit}`);
}

/** The titles of these SKUs; what is no product of the shop is not among them. Index: products_by_sku. */
export async function titlesOfSkus(
  tx: Tx,
  { merchantId, skus }: { readonly merchantId: MerchantId; readonly skus: readonly string[] },
): Promise<readonly FoundProduct[]> {
  if (skus.length === 0) return [];
  return tx.execute<FoundProduct>(sql`
    select p.sku, p.title from jsonb_array_elements_text(${JSON.stringify(skus).replaceAll("\\u0000", "")}::text::jsonb) s (sku)
    cross join lateral (
      select * from products t where t.merchant_id = ${merchantId} and t.sku = s.sku limit 1) p`);
}
