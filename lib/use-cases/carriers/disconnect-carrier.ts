import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { forgetSetAside, putBackAccount, setAsideAccount } from "#db/queries/disconnected-accounts.ts";
import { assignAccount, leaveAccount } from "#db/queries/schedule-shipments.ts";
import { withTenant } from "#db/tenant.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";
import { allMerchants } from "#lib/use-cases/merchants/all-merchants.ts";

type Deps = { readonly db: Db };
type Change = { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId; readonly actor: string };

/**
 * Takes an account away, with its push address: nobody asks with its keys any more, and others answer for its parcels where
 * they can. It can be taken back for an hour. False where there is no such account.
 */
export function disconnectCarrier({ db }: Deps, { merchantId, accountId, actor }: Change): Promise<boolean> {
  return withTenant(db, merchantId, async (tx) => {
    const account = await setAsideAccount(tx, { merchantId, accountId, actor });
    if (account === null) return false;
    await leaveAccount(tx, { merchantId, accountId });
    const { carrier, label } = account;
    await recordAudit(tx, {
      ...{ merchantId, actor, action: "carrier_account.disconnected", subject: accountId },
      before: { carrier, label },
    });
    return true;
  });
}

/** Takes an account back that was disconnected, keys, address and all; false where that is too late. */
export function reconnectCarrier({ db }: Deps, { merchantId, accountId, actor }: Change): Promise<boolean> {
  return withTenant(db, merchantId, async (tx) => {
    const account = await putBackAccount(tx, { merchantId, accountId });
    if (account === null) return false;
    const { carrier, label, aggregator } = account;
    await assignAccount(tx, { merchantId, accountId, carrier: aggregator ? null : carrier });
    await recordAudit(tx, {
      ...{ merchantId, actor, action: "carrier_account.reconnected", subject: accountId },
      after: { carrier, label },
    });
    return true;
  });
}

/** Forgets accounts that nobody took back, merchant by merchant; returns how many. */
export async function forgetDisconnected({ db }: Deps, stopping: AbortSignal): Promise<number> {
  let count = 0;
  for await (const merchantId of allMerchants(db, stopping))
    count += await withTenant(db, merchantId, (tx) => forgetSetAside(tx, { merchantId }));
  return count;
}
