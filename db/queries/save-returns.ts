import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

export type PresentReturn = { readonly id: string; readonly sourceHash: string };

/** The returns that exist among these, by reference. Index: returns_by_reference. */
export async function presentReturns(
  tx: Tx,
  { merchantId, references }: { readonly merchantId: MerchantId; readonly references: readonly string[] },
): Promise<ReadonlyMap<string, PresentReturn>> {
  const found = await tx.execute<{ id: string; reference: string; source_hash: string }>(sql`
    select id, reference, source_hash from returns
    where merchant_id = ${merchantId}
      and reference in (select jsonb_array_elements_text(${JSON.stringify(references)}::text::jsonb))`);
  return new Map(found.map((row) => [row.reference, { id: row.id, sourceHash: row.source_hash }]));
}

export type ReturnToSave = {
  readonly id: string;
  readonly reference: string;
  readonly order_id: string | null;
  readonly shopper_id: string | null;
  readonly reason: string | null;
  readonly returned_at: string;
  readonly source_hash: string;
};
export type ReturnItemToSave = {
  readonly return_id: string;
  readonly position: number;
  readonly product_id: string;
  readonly quantity: number;
  readonly unit_price_minor: number | null;
};

/** Writes returns whole. `shopper_id` null is filled from the order, where there is one. Key: reference. */
export async function saveReturns(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly returns: readonly ReturnToSave[];
    readonly items: readonly ReturnItemToSave[];
  },
): Promise<void> {
  const { merchantId } = input;
  await tx.execute(sql`
    insert into returns (merchant_id, id, reference, order_id, shopper_id, reason, returned_at, source_hash)
    select ${merchantId}::uuid, r.id, r.reference, r.order_id, coalesce(r.shopper_id, o.shopper_id), r.reason, r.returned_at, r.source_hash
    from jsonb_populate_recordset(null::returns, ${JSON.stringify(input.returns)}::text::jsonb) r
    left join orders o on o.merchant_id = ${merchantId} and o.id = r.order_id
    on conflict (merchant_id, reference) do update set
      (order_id, shopper_id, reason, returned_at, source_hash)
      = (excluded.order_id, excluded.shopper_id, excluded.reason, excluded.returned_at, excluded.source_hash)`);
  await tx.execute(sql`
    delete from return_items where merchant_id = ${merchantId}
      and return_id in (select jsonb_array_elements_text(${JSON.stringify(input.returns.map(({ id }) => id))}::text::jsonb)::uuid)`);
  await tx.execute(sql`
    insert into return_items (merchant_id, return_id, position, product_id, quantity, unit_price_minor)
    select ${merchantId}::uuid, return_id, position, product_id, quantity, unit_price_minor
    from jsonb_populate_recordset(null::return_items, ${JSON.stringify(input.items)}::text::jsonb)`);
}
