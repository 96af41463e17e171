import type { Db } from "#db/client.ts";
import { answeringAccounts } from "#db/queries/answering-account.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { carrierAccountsOf, saveRoute } from "#db/queries/carrier-accounts.ts";
import { reassignCarrier } from "#db/queries/schedule-shipments.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";

/**
 * Chooses who answers for a carrier's parcels: these accounts and no others, each where the ones before it cannot. No accounts
 * at all is the usual order again. Returns how many scheduled parcels changed hands. Throws AppError `invalid` for an account
 * that cannot answer for the carrier.
 */
export function chooseAnswering(
  { db }: { readonly db: Db },
  input: {
    readonly merchantId: MerchantId;
    readonly carrier: string;
    readonly accountIds: readonly CarrierAccountId[];
    readonly actor: string;
  },
): Promise<{ readonly parcels: number }> {
  const { merchantId, carrier, accountIds, actor } = input;
  return withTenant(db, merchantId, async (tx) => {
    const accounts = await carrierAccountsOf(tx, { merchantId });
    const able = accounts.filter((account) => account.carrier === carrier || account.aggregator);
    if (accountIds.some((id) => !able.some((account) => account.id === id)))
      throw new AppError(
        "invalid",
        `Only accounts with ${carrier} and with aggregators answer for ${carrier}'s parcels.`,
      );
    const before = await answeringAccounts(tx, { merchantId, carriers: [carrier] });
    await saveRoute(tx, { merchantId, carrier, accountIds });
    await recordAudit(tx, {
      merchantId,
      actor,
      action: "carrier.answering_chosen",
      subject: carrier,
      before: before.map(({ accountId }) => accountId),
      after: accountIds,
    });
    return { parcels: await reassignCarrier(tx, { merchantId, carrier }) };
  });
}
