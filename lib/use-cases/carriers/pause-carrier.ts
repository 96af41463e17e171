import type { Db } from "#db/client.ts";
import { pauseByHand, resumeByHand } from "#db/queries/account-pauses.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findCarrierAccount } from "#db/queries/carrier-accounts.ts";
import { withTenant } from "#db/tenant.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";

/**
 * Leaves an account alone until further notice, or has it asked again. Shoppers go on seeing what was known last, or what
 * another account answers. False where there is no such account, or nothing to change.
 */
export function pauseCarrier(
  { db }: { readonly db: Db },
  input: {
    readonly merchantId: MerchantId;
    readonly accountId: CarrierAccountId;
    readonly isPaused: boolean;
    readonly actor: string;
  },
): Promise<boolean> {
  const { merchantId, accountId, isPaused, actor } = input;
  return withTenant(db, merchantId, async (tx) => {
    if ((await findCarrierAccount(tx, { merchantId, accountId })) === null) return false;
    if (isPaused) await pauseByHand(tx, { merchantId, accountId });
    else if (!(await resumeByHand(tx, { merchantId, accountId }))) return false;
    const action = isPaused ? "carrier_account.paused" : "carrier_account.resumed";
    await recordAudit(tx, { merchantId, actor, action, subject: accountId });
    return true;
  });
}
