import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type MerchantId, newId, type ShopperId } from "#lib/kernel/ids.ts";
import type { ConsentDraft } from "#lib/orders/drafts.ts";

export type ConsentToSave = Omit<ConsentDraft, "kind" | "email"> & { readonly shopperId: ShopperId };

/** Adds decisions to the ledger; one that is there already stays as it was. Returns which inputs were new. Index: consents_of_shopper. */
export async function saveConsents(
  tx: Tx,
  { merchantId, consents }: { readonly merchantId: MerchantId; readonly consents: readonly ConsentToSave[] },
): Promise<readonly boolean[]> {
  if (consents.length === 0) return [];
  const rows = consents.map((consent) => ({ ...consent, id: newId() }));
  const added = await tx.execute<{ id: string }>(sql`
    insert into consents (merchant_id, id, shopper_id, channel, purpose, granted, source, recorded_at)
    select ${merchantId}::uuid, r.id, r."shopperId", r.channel, r.purpose, r.granted, r.source, r."recordedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r(id uuid, "shopperId" uuid, channel text, purpose text, granted boolean, source text, "recordedAt" timestamptz)
    on conflict do nothing
    returning id`);
  const ids = new Set(added.map((row) => row.id));
  return rows.map((row) => ids.has(row.id));
}
