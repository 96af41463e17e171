import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";

type Account = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId };

export type WebhookAccount = { readonly id: CarrierAccountId; readonly webhookKey: string | null };

/** The account of this name, locked until the transaction ends, or null. Index: carrier_accounts_by_carrier. */
export async function lockWebhookAccount(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly carrier: string; readonly label: string },
): Promise<WebhookAccount | null> {
  const [row] = await tx.execute<WebhookAccount>(sql`
    select id, webhook_key as "webhookKey" from carrier_accounts
    where merchant_id = ${input.merchantId} and carrier = ${input.carrier} and label = ${input.label}
    for update`);
  return row ?? null;
}

/** Gives an account a push address and a sealed secret, in place of those that it had. Uses the primary keys. */
export async function saveWebhook(
  tx: Tx,
  input: Account & { readonly before: string | null; readonly webhookKey: string; readonly secret: unknown },
): Promise<void> {
  const { merchantId, accountId, before, webhookKey } = input;
  await tx.execute(sql`
    update carrier_accounts set webhook_key = ${webhookKey}, updated_at = now(),
      webhook_secret = ${JSON.stringify(input.secret)}::text::jsonb
    where merchant_id = ${merchantId} and id = ${accountId}`);
  if (before !== null) await tx.execute(sql`delete from account_index where webhook_key = ${before}`);
  await tx.execute(sql`
    insert into account_index (webhook_key, merchant_id, account_id) values (${webhookKey}, ${merchantId}, ${accountId})`);
}

/** The last part of an account's push address; null while it has none. Uses the primary key. */
export async function findWebhookKey(tx: Tx, { merchantId, accountId }: Account): Promise<string | null> {
  const [row] = await tx.execute<{ webhookKey: string | null }>(sql`
    select webhook_key as "webhookKey" from carrier_accounts where merchant_id = ${merchantId} and id = ${accountId}`);
  return row?.webhookKey ?? null;
}
