import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type MerchantId, newId, type ProductId, type ShopperId } from "#lib/kernel/ids.ts";
import type { ReviewDraft } from "#lib/orders/drafts.ts";
import { type Saved, savedInOrder } from "./saved.ts";

export type ReviewToSave = Omit<ReviewDraft, "kind" | "email" | "sku"> & {
  readonly shopperId: ShopperId;
  readonly productId: ProductId;
};

/** Writes reviews; key: shopper, product and moment (index reviews_of_shopper). Returns what became of each. */
export async function saveReviews(
  tx: Tx,
  { merchantId, reviews }: { readonly merchantId: MerchantId; readonly reviews: readonly ReviewToSave[] },
): Promise<readonly Saved[]> {
  const input = JSON.stringify(reviews.map((review, n) => ({ ...review, n, id: newId() })));
  const rows = await tx.execute<{ n: number; saved: string }>(sql`
    with input as (
      select distinct on ("shopperId", "productId", "reviewedAt") *
      from jsonb_to_recordset(${input}::text::jsonb)
        as r(n int, id uuid, "shopperId" uuid, "productId" uuid, rating int, title text, body text, "reviewedAt" timestamptz)
    ), written as (
      insert into reviews (merchant_id, id, shopper_id, product_id, rating, title, body, reviewed_at)
      select ${merchantId}::uuid, id, "shopperId", "productId", rating, title, body, "reviewedAt" from input
      on conflict (merchant_id, shopper_id, product_id, reviewed_at) do update
      set rating = excluded.rating, title = excluded.title, body = excluded.body
      where (reviews.rating, reviews.title, reviews.body) is distinct from (excluded.rating, excluded.title, excluded.body)
    )
    select i.n, case when t.id is null then 'imported'
      when (t.rating, t.title, t.body) is distinct from (i.rating, i.title, i.body) then 'updated' else 'unchanged' end as saved
    from input i left join reviews t
      on t.merchant_id = ${merchantId} and t.shopper_id = i."shopperId" and t.product_id = i."productId" and t.reviewed_at = i."reviewedAt"`);
  return savedInOrder(reviews.length, rows);
}
