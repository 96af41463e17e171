import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type MerchantId, newId, type ShopperId } from "#lib/kernel/ids.ts";
import type { ConsentDraft } from "#lib/orders/drafts.ts";

export type ConsentToSave = Omit<ConsentDraft, "kind" | "email"> & { readonly shopperId: ShopperId };

/**
 * Adds decisions to the ledger; what was said stays said. A source that now says otherwise for the same moment has heard a
 * change of mind: that is a decision of its own, of this moment. Returns which inputs were new. Index: consents_of_shopper.
 */
export async function saveConsents(
  tx: Tx,
  { merchantId, consents }: { readonly merchantId: MerchantId; readonly consents: readonly ConsentToSave[] },
): Promise<readonly boolean[]> {
  if (consents.length === 0) return [];
  const rows = consents.map((consent) => ({ ...consent, id: newId() }));
  const ofShopper = sql`c.merchant_id = ${merchantId} and c.shopper_id = r."shopperId" and c.channel = r.channel and c.purpose = r.purpose`;
  const added = await tx.execute<{ id: string }>(sql`
    insert into consents (merchant_id, id, shopper_id, channel, purpose, granted, source, recorded_at)
    select ${merchantId}::uuid, r.id, r."shopperId", r.channel, r.purpose, r.granted, r.source,
      case when said.granted is null then r."recordedAt" else now() end
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r(id uuid, "shopperId" uuid, channel text, purpose text, granted boolean, source text, "recordedAt" timestamptz)
    left join lateral (select c.granted from consents c where ${ofShopper} and c.recorded_at = r."recordedAt") said on true
    where said.granted is null or (said.granted <> r.granted and r.granted is distinct from
      (select c.granted from consents c where ${ofShopper} order by c.recorded_at desc limit 1))
    on conflict do nothing
    returning id`);
  const ids = new Set(added.map((row) => row.id));
  return rows.map((row) => ids.has(row.id));
}
