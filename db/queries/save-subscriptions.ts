import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type MerchantId, newId, type ProductId, type ShopperId } from "#lib/kernel/ids.ts";
import type { SubscriptionDraft } from "#lib/orders/drafts.ts";
import { type Saved, savedInOrder } from "./saved.ts";

export type SubscriptionToSave = Omit<SubscriptionDraft, "kind" | "email" | "sku"> & {
  readonly shopperId: ShopperId;
  readonly productId: ProductId;
};

/** Writes subscriptions; key: shopper and product (index subscriptions_of_shopper). Returns what became of each. */
export async function saveSubscriptions(
  tx: Tx,
  {
    merchantId,
    subscriptions,
  }: { readonly merchantId: MerchantId; readonly subscriptions: readonly SubscriptionToSave[] },
): Promise<readonly Saved[]> {
  const input = JSON.stringify(subscriptions.map((subscription, n) => ({ ...subscription, n, id: newId() })));
  const said = sql.raw('i."intervalCount", i."intervalUnit", i.status, i."startedOn", i."nextOn"');
  const stored = sql.raw("t.interval_count, t.interval_unit, t.status, t.started_on, t.next_on");
  const rows = await tx.execute<{ n: number; saved: string }>(sql`
    with input as (
      select * from jsonb_to_recordset(${input}::text::jsonb) as r(n int, id uuid, "shopperId" uuid, "productId" uuid,
        "intervalCount" int, "intervalUnit" text, status text, "startedOn" date, "nextOn" date)
    ), written as (
      insert into subscriptions as t
        (merchant_id, id, shopper_id, product_id, interval_count, interval_unit, status, started_on, next_on)
      select ${merchantId}::uuid, i.id, i."shopperId", i."productId", ${said} from input i
      on conflict (merchant_id, shopper_id, product_id) do update
      set (interval_count, interval_unit, status, started_on, next_on, updated_at)
        = (excluded.interval_count, excluded.interval_unit, excluded.status, excluded.started_on, excluded.next_on, now())
      where (${stored}) is distinct from
        (excluded.interval_count, excluded.interval_unit, excluded.status, excluded.started_on, excluded.next_on)
    )
    select i.n, case when t.id is null then 'imported' when (${stored}) is distinct from (${said}) then 'updated' else 'unchanged' end as saved
    from input i left join subscriptions t
      on t.merchant_id = ${merchantId} and t.shopper_id = i."shopperId" and t.product_id = i."productId"`);
  return savedInOrder(subscriptions.length, rows);
}
