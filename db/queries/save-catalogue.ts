import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type MerchantId, newId } from "#lib/kernel/ids.ts";
import type { ProductDraft } from "#lib/orders/drafts.ts";
import { type Saved, savedInOrder } from "./saved.ts";

/** A product as the shop's own catalogue has it. */
export type CatalogueProduct = Omit<ProductDraft, "kind">;

/** The catalogue's title outranks titles in orders placed before it was read. Key: SKU (index products_by_sku). */
export async function saveCatalogue(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly products: readonly CatalogueProduct[]; readonly asOf: string },
): Promise<readonly Saved[]> {
  const { merchantId } = input;
  const products = JSON.stringify(input.products.map((product, n) => ({ ...product, n, id: newId() })));
  const said = sql.raw(
    'i.title, i.category, i."priceMinor", i.currency, i.stock, i.replenishable, i."pageUrl", i."guideLinks"',
  );
  const stored = sql.raw(
    "t.title, t.category, t.price_minor, t.currency, t.stock, t.replenishable, t.page_url, t.guide_links",
  );
  const rows = await tx.execute<{ n: number; saved: string }>(sql`
    with input as (
      select * from jsonb_to_recordset(${products}::text::jsonb) as r(n int, id uuid, sku text, title text, category text,
        "priceMinor" bigint, currency text, stock int, replenishable boolean, "pageUrl" text, "guideLinks" jsonb)
    ), written as (
      insert into products as t
        (merchant_id, id, sku, title_as_of, title, category, price_minor, currency, stock, replenishable, page_url, guide_links)
      select ${merchantId}::uuid, i.id, i.sku, ${input.asOf}::timestamptz, ${said} from input i
      on conflict (merchant_id, sku) do update
      set (title, title_as_of, category, price_minor, currency, stock, replenishable, page_url, guide_links, updated_at)
        = (excluded.title, excluded.title_as_of, excluded.category, excluded.price_minor, excluded.currency, excluded.stock,
           excluded.replenishable, excluded.page_url, excluded.guide_links, now())
      where (${stored}) is distinct from (excluded.title, excluded.category, excluded.price_minor, excluded.currency,
        excluded.stock, excluded.replenishable, excluded.page_url, excluded.guide_links)
    )
    select i.n, case when t.id is null then 'imported' when (${stored}) is distinct from (${said}) then 'updated' else 'unchanged' end as saved
    from input i left join products t on t.merchant_id = ${merchantId} and t.sku = i.sku`);
  return savedInOrder(input.products.length, rows);
}
