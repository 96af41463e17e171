import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";

/** How often an order's page was opened, and what it said the last time. */
export type ViewsOfOrder = { readonly orderId: OrderId; readonly state: string; readonly views: number };

/** Adds views to this day of the shop's clock; of an order that is gone nothing. Keys: page_views and orders. */
export async function addPageViews(
  tx: Tx,
  { merchantId, views }: { readonly merchantId: MerchantId; readonly views: readonly ViewsOfOrder[] },
): Promise<void> {
  await tx.execute(sql`
    insert into page_views (merchant_id, day, order_id, state, views)
    select o.merchant_id, (now() at time zone m.zone)::date, o.id, v.state, v.views
    from jsonb_to_recordset(${JSON.stringify(views)}::text::jsonb) as v("orderId" uuid, state text, views int)
    join orders o on o.merchant_id = ${merchantId} and o.id = v."orderId"
    join merchants m on m.id = o.merchant_id
    order by o.id
    on conflict (merchant_id, day, order_id) do update set views = page_views.views + excluded.views, state = excluded.state`);
}
