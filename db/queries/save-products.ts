import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type MerchantId, newId, type ProductId } from "#lib/kernel/ids.ts";

/** A product as an order's line names it. `asOf` is the order's instant: the latest title wins. */
export type NamedProduct = { readonly sku: string; readonly title: string; readonly asOf: string };

/** A line without a title calls the product by its SKU; any real title is better, however old. */
const NEVER = "1970-01-01T00:00:00Z";

/**
 * Makes sure that the products of these lines exist and returns their ids by SKU. Index: products_by_sku.
 * The newest title wins whatever order files arrive in; among lines of one moment the first one does.
 */
export async function saveNamedProducts(
  tx: Tx,
  { merchantId, products }: { readonly merchantId: MerchantId; readonly products: readonly NamedProduct[] },
): Promise<ReadonlyMap<string, ProductId>> {
  const bySku = new Map<string, NamedProduct & { id: string }>();
  for (const product of products) {
    const asOf = product.title === product.sku ? NEVER : product.asOf;
    const known = bySku.get(product.sku);
    if (known === undefined || asOf > known.asOf)
      bySku.set(product.sku, { ...product, asOf, id: known?.id ?? newId() });
  }
  if (bySku.size === 0) return new Map();
  await tx.execute(sql`
    insert into products (merchant_id, id, sku, title, title_as_of)
    select ${merchantId}::uuid, r.id, r.sku, r.title, r."asOf"
    from jsonb_to_recordset(${JSON.stringify([...bySku.values()])}::text::jsonb) as r(id uuid, sku text, title text, "asOf" timestamptz)
    on conflict (merchant_id, sku) do update
    set title = excluded.title, title_as_of = excluded.title_as_of, updated_at = now()
    where excluded.title_as_of > products.title_as_of`);
  return productIdsBySku(tx, { merchantId, skus: [...bySku.keys()] });
}

/** The ids of the products that exist, by SKU. Index: products_by_sku. */
export async function productIdsBySku(
  tx: Tx,
  { merchantId, skus }: { readonly merchantId: MerchantId; readonly skus: readonly string[] },
): Promise<ReadonlyMap<string, ProductId>> {
  const found = await tx.execute<{ id: string; sku: string }>(sql`
    select id, sku from products
    where merchant_id = ${merchantId}
      and sku in (select jsonb_array_elements_text(${JSON.stringify([...new Set(skus)])}::text::jsonb))`);
  return new Map(found.map((row) => [row.sku, row.id]));
}
