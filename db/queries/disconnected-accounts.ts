import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

/** What the desk says of an account that was disconnected. */
export type NamedAccount = { readonly carrier: string; readonly label: string; readonly aggregator: boolean };

/** Takes an account away and keeps it aside; null where there is none. What hangs on it goes. Uses the primary keys. */
export async function setAsideAccount(
  tx: Tx,
  { merchantId, accountId, actor }: Account & { readonly actor: string },
): Promise<NamedAccount | null> {
  const [row] = await tx.execute<NamedAccount & { readonly webhookKey: string | null }>(sql`
    insert into disconnected_accounts (merchant_id, id, account, routes, removed_by)
    select a.merchant_id, a.id, to_jsonb(a),
      (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from carrier_routes r
        where r.merchant_id = a.merchant_id and r.account_id = a.id), ${actor}
    from carrier_accounts a where a.merchant_id = ${merchantId} and a.id = ${accountId}
    on conflict (merchant_id, id) do update set account = excluded.account, routes = excluded.routes,
      removed_by = excluded.removed_by, removed_at = now()
    returning account->>'carrier' as carrier, account->>'label' as label, (account->>'aggregator')::boolean as aggregator,
      account->>'webhook_key' as "webhookKey"`);
  if (row === undefined) return null;
  await tx.execute(sql`delete from account_index where webhook_key = ${row.webhookKey}`);
  await tx.execute(sql`delete from account_pauses where account_id = ${accountId}`);
  await tx.execute(sql`delete from carrier_accounts where merchant_id = ${merchantId} and id = ${accountId}`);
  return row;
}

/** Puts an account back as it was; null where it was not kept, or another has its name by now. Uses the primary keys. */
export async function putBackAccount(tx: Tx, { merchantId, accountId }: Account): Promise<NamedAccount | null> {
  const [row] = await tx.execute<NamedAccount & { readonly webhookKey: string | null }>(sql`
    insert into carrier_accounts
    select a.* from disconnected_accounts d, jsonb_populate_record(null::carrier_accounts, d.account) a
    where d.merchant_id = ${merchantId} and d.id = ${accountId}
    on conflict do nothing
    returning carrier, label, aggregator, webhook_key as "webhookKey"`);
  if (row === undefined) return null;
  await tx.execute(sql`
    insert into carrier_routes
    select r.* from disconnected_accounts d, jsonb_populate_recordset(null::carrier_routes, d.routes) r
    where d.merchant_id = ${merchantId} and d.id = ${accountId}
    on conflict do nothing`);
  if (row.webhookKey !== null)
    await tx.execute(sql`
      insert into account_index (webhook_key, merchant_id, account_id)
      values (${row.webhookKey}, ${merchantId}, ${accountId}) on conflict do nothing`);
  await tx.execute(sql`delete from disconnected_accounts where merchant_id = ${merchantId} and id = ${accountId}`);
  return row;
}

/** An account that was set aside; null where it is not kept. Uses the primary key. */
export async function findSetAside(tx: Tx, { merchantId, accountId }: Account): Promise<NamedAccount | null> {
  const [row] = await tx.execute<NamedAccount>(sql`
    select account->>'carrier' as carrier, account->>'label' as label, (account->>'aggregator')::boolean as aggregator
    from disconnected_accounts where merchant_id = ${merchantId} and id = ${accountId}`);
  return row ?? null;
}

/** Forgets accounts that nobody took back within an hour, keys and all; returns how many. A merchant has a handful. */
export async function forgetSetAside(tx: Tx, { merchantId }: Pick<Account, "merchantId">): Promise<number> {
  const rows = await tx.execute<{ id: string }>(sql`
    delete from disconnected_accounts where merchant_id = ${merchantId} and removed_at < now() - interval '1 hour'
    returning id`);
  for (const { id } of rows) await tx.execute(sql`delete from call_budgets where account_id = ${id}`);
  return rows.count;
}
