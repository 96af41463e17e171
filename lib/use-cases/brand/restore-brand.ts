import type { Db } from "#db/client.ts";
import { findBrandVersion, lockBrand } from "#db/queries/brands.ts";
import { withTenant } from "#db/tenant.ts";
import { upgradedBrand } from "#lib/brand/upgraded-brand.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { publishIn } from "./publish-brand.ts";

/** Publishes an earlier version again, as a new one. Throws AppError `not_found`, or `invalid` with what is wrong with it today. */
export async function restoreBrand(
  { db }: { readonly db: Db },
  {
    merchantId,
    version,
    actor,
  }: { readonly merchantId: MerchantId; readonly version: number; readonly actor?: string },
): Promise<{ readonly version: number }> {
  return withTenant(db, merchantId, async (tx) => {
    await lockBrand(tx, { merchantId });
    const earlier = await findBrandVersion(tx, { merchantId, version });
    if (earlier === null) throw new AppError("not_found", `There is no version ${version} of this brand.`);
    const tokens = upgradedBrand(earlier.tokens);
    return publishIn(tx, { merchantId, tokens, ...(actor === undefined ? {} : { actor }) });
  });
}
