import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, ShopperId } from "#lib/kernel/ids.ts";
import type { LoyaltyDraft } from "#lib/orders/drafts.ts";
import { type Saved, savedInOrder } from "./saved.ts";

export type LoyaltyToSave = Omit<LoyaltyDraft, "kind" | "email"> & { readonly shopperId: ShopperId };

/** Writes tiers and points whole: what an account no longer holds goes. Key: the shopper. */
export async function saveLoyalty(
  tx: Tx,
  { merchantId, accounts }: { readonly merchantId: MerchantId; readonly accounts: readonly LoyaltyToSave[] },
): Promise<readonly Saved[]> {
  const lots = accounts.flatMap((account, n) =>
    account.lots.map((lot, at) => ({ n, shopperId: account.shopperId, position: at + 1, ...lot })),
  );
  const input = JSON.stringify(accounts.map(({ shopperId, tier }, n) => ({ n, shopperId, tier })));
  const lotsRecord = sql`jsonb_to_recordset(${JSON.stringify(lots)}::text::jsonb)
    as l(n int, "shopperId" uuid, position int, points int, "expiresOn" date)`;
  const states = await tx.execute<{ n: number; saved: string }>(sql`
    select i.n, case when a.shopper_id is null then 'imported'
      when a.tier is distinct from i.tier or
        array(select (p.points, p.expires_on)::text from loyalty_points p
              where p.merchant_id = ${merchantId} and p.shopper_id = i."shopperId" order by p.position)
        <> array(select (l.points, l."expiresOn")::text from ${lotsRecord} where l.n = i.n order by l.position)
      then 'updated' else 'unchanged' end as saved
    from jsonb_to_recordset(${input}::text::jsonb) as i(n int, "shopperId" uuid, tier text)
    left join loyalty_accounts a on a.merchant_id = ${merchantId} and a.shopper_id = i."shopperId"`);
  const saved = savedInOrder(accounts.length, states);
  const changed = JSON.stringify(saved.flatMap((state, n) => (state === "unchanged" ? [] : [n])));
  const isChanged = sql`in (select jsonb_array_elements_text(${changed}::text::jsonb)::int)`;
  await tx.execute(sql`
    insert into loyalty_accounts (merchant_id, shopper_id, tier)
    select ${merchantId}::uuid, i."shopperId", i.tier
    from jsonb_to_recordset(${input}::text::jsonb) as i(n int, "shopperId" uuid, tier text) where i.n ${isChanged}
    on conflict (merchant_id, shopper_id) do update set tier = excluded.tier, updated_at = now()`);
  await tx.execute(sql`
    delete from loyalty_points p using jsonb_to_recordset(${input}::text::jsonb) as i(n int, "shopperId" uuid)
    where p.merchant_id = ${merchantId} and p.shopper_id = i."shopperId" and i.n ${isChanged}`);
  await tx.execute(sql`
    insert into loyalty_points (merchant_id, shopper_id, position, points, expires_on)
    select ${merchantId}::uuid, l."shopperId", l.position, l.points, l."expiresOn" from ${lotsRecord} where l.n ${isChanged}`);
  return saved;
}
