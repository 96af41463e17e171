import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** A merchant's model as JSON, to be read by whoever wrote it; null where none was learned yet. Uses the primary key. */
export async function findArrivalModel(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<unknown> {
  const [row] = await tx.execute<{ model: unknown }>(sql`
    select model from arrival_models where merchant_id = ${merchantId}`);
  return row?.model ?? null;
}

/** Keeps what was learned in place of what was learned before. Key: the merchant. */
export async function saveArrivalModel(
  tx: Tx,
  { merchantId, parcels, model }: { readonly merchantId: MerchantId; readonly parcels: number; readonly model: object },
): Promise<void> {
  await tx.execute(sql`
    insert into arrival_models (merchant_id, built_at, parcels, model)
    values (${merchantId}, clock_timestamp(), ${parcels}, ${JSON.stringify(model)}::text::jsonb)
    on conflict (merchant_id) do update set (built_at, parcels, model) = row(excluded.built_at, excluded.parcels, excluded.model)`);
}
