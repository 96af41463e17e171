import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type MerchantId, newId, type OrderId, type ProductId, type ShopperId } from "#lib/kernel/ids.ts";

export type OfferToSave = {
  readonly orderId: OrderId;
  readonly shopperId: ShopperId | null;
  readonly heldOut: boolean;
  readonly shown: unknown;
  readonly withheld: unknown;
  readonly reason: string | null;
};

/**
 * Adds an order's offer as of `at` (an ISO instant); nothing where its newest one says the same since less than a week. Two
 * views at once come one after the other. Uses `offers_by_order`.
 */
export async function saveOffer(
  tx: Tx,
  { merchantId, offer, at }: { readonly merchantId: MerchantId; readonly offer: OfferToSave; readonly at: string },
): Promise<void> {
  const { orderId, shopperId, heldOut, reason } = offer;
  const [shown, withheld] = [JSON.stringify(offer.shown), JSON.stringify(offer.withheld)];
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${orderId}::text, 0))`);
  await tx.execute(sql`
    insert into offers (merchant_id, id, order_id, shopper_id, offered_at, shown, withheld, reason, held_out, engine)
    select ${merchantId}, ${newId()}, ${orderId}, ${shopperId}, ${at}::timestamptz, ${shown}::text::jsonb, ${withheld}::text::jsonb,
      ${reason}, ${heldOut}, (select engine from recommend_models where merchant_id = ${merchantId})
    where not exists (
      select 1 from (
        select * from offers where merchant_id = ${merchantId} and order_id = ${orderId} order by offered_at desc limit 1) f
      where f.offered_at > ${at}::timestamptz - interval '7 days' and f.shown = ${shown}::text::jsonb
        and f.reason is not distinct from ${reason}::text and f.held_out = ${heldOut})`);
}

/** That a product of an order's newest offer was on the screen, or followed. */
export type Sight = {
  readonly merchantId: MerchantId;
  readonly orderId: OrderId;
  readonly kind: "seen" | "clicked";
  readonly products: readonly ProductId[];
};

/**
 * Notes sights of what the order's newest offer shows, each once for good; of anything else nothing. Uses `offers_by_order` and
 * the primary key.
 */
export async function saveSights(tx: Tx, { merchantId, orderId, kind, products }: Sight): Promise<void> {
  await tx.execute(sql`
    insert into offer_sights (merchant_id, offer_id, product_id, kind, at)
    select f.merchant_id, f.id, (e->>'product')::uuid, ${kind}, now()
    from (select * from offers where merchant_id = ${merchantId} and order_id = ${orderId}
      order by offered_at desc limit 1) f
    cross join jsonb_array_elements(f.shown) e
    where not f.held_out and f.reason is null
      and e->>'product' in (select jsonb_array_elements_text(${JSON.stringify(products)}::text::jsonb))
    order by 3
    on conflict do nothing`);
}

/** Where a product's own page is, as the shop told; null without one. Uses the primary key. */
export async function findProductPage(
  tx: Tx,
  { merchantId, productId }: { readonly merchantId: MerchantId; readonly productId: ProductId },
): Promise<string | null> {
  const [row] = await tx.execute<{ url: string | null }>(sql`
    select page_url as url from products where merchant_id = ${merchantId} and id = ${productId}`);
  return row?.url ?? null;
}
