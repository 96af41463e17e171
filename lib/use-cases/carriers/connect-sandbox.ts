import { carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { markSandbox } from "#db/queries/merchants.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { connectCarrier } from "./connect-carrier.ts";

/** The carriers that the sandbox plays. It plays aggregators too, which nobody has unless he connects them. */
const SANDBOX_CARRIERS = ["ups", "fedex", "usps", "dhl"] as const;
const LABEL = "sandbox";

type Deps = Parameters<typeof connectCarrier>[0];

/** Gives a merchant an account with every sandbox carrier; those that are there stay. Returns how many were added. */
export async function connectSandbox(
  deps: Deps,
  { merchantId, slug, actor }: { readonly merchantId: MerchantId; readonly slug: string; readonly actor: string },
): Promise<number> {
  const present = await withTenant(deps.db, merchantId, (tx) => carrierAccountsOf(tx, { merchantId }));
  const missing = SANDBOX_CARRIERS.filter(
    (carrier) => !present.some((account) => account.carrier === carrier && account.label === LABEL),
  );
  for (const carrier of missing) {
    const credentials = { clientId: `sandbox-${slug}`, clientSecret: `sandbox-${slug}` };
    await connectCarrier(deps, {
      merchantId,
      carrier,
      label: LABEL,
      sandbox: true,
      aggregator: false,
      credentials,
      actor,
    });
  }
  await withTenant(deps.db, merchantId, (tx) => markSandbox(tx, { merchantId }));
  return missing.length;
}
