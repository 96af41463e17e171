import type { Db, Tx } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { carrierAccountsOf, saveCarrierAccount } from "#db/queries/carrier-accounts.ts";
import { assignAccount } from "#db/queries/schedule-shipments.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { type CarrierAccountId, type MerchantId, newId } from "#lib/kernel/ids.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { type CarrierCredentials, sealCredentials } from "./carrier-credentials.ts";

export type NewCarrierAccount = {
  readonly merchantId: MerchantId;
  readonly carrier: string;
  /** Tells several accounts with one carrier apart. */
  readonly label: string;
  readonly sandbox: boolean;
  /** Answers for other carriers' parcels. */
  readonly aggregator: boolean;
  readonly credentials: CarrierCredentials;
  readonly actor: string;
};

/**
 * Connects a merchant's account with a carrier, or gives a connected one new keys. The carrier's open parcels that nobody
 * else answers for are asked about at once; returns how many those are. Throws AppError `conflict` where played and real
 * parcels would mix: their scans could not be told apart afterwards.
 */
export async function connectCarrier(
  { db, keys }: { readonly db: Db; readonly keys: KeyRing },
  account: NewCarrierAccount,
): Promise<{ readonly accountId: CarrierAccountId; readonly created: boolean; readonly parcels: number }> {
  const { merchantId, carrier, label, sandbox, aggregator } = account;
  const credentials = sealCredentials(keys, account, account.credentials);
  return withTenant(db, merchantId, async (tx) => {
    await refuseMixture(tx, account);
    const { id, created } = await saveCarrierAccount(tx, {
      id: newId(),
      merchantId,
      carrier,
      label,
      sandbox,
      aggregator,
      credentials,
    });
    const parcels = await assignAccount(tx, { merchantId, accountId: id, carrier: aggregator ? null : carrier });
    await recordAudit(tx, {
      merchantId,
      actor: account.actor,
      action: created ? "carrier_account.connected" : "carrier_account.keys_changed",
      subject: id,
      after: { carrier, label, sandbox, aggregator },
    });
    return { accountId: id, created, parcels };
  });
}

async function refuseMixture(tx: Tx, { merchantId, sandbox }: NewCarrierAccount): Promise<void> {
  const accounts = await carrierAccountsOf(tx, { merchantId });
  if (accounts.every((account) => account.sandbox === sandbox)) return;
  throw new AppError(
    "conflict",
    sandbox
      ? "This merchant has real carrier accounts. Add another merchant to try the sandbox with."
      : "This merchant's carriers are played by the sandbox. Add another merchant for real accounts.",
  );
}
