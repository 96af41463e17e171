import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { publishBrandVersion } from "#db/queries/publish-brand-version.ts";
import { withTenant } from "#db/tenant.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** Makes these tokens the merchant's look from the next page view on; the version before is kept as retired. */
export async function publishBrand(
  { db }: { readonly db: Db },
  {
    merchantId,
    tokens,
    actor,
  }: { readonly merchantId: MerchantId; readonly tokens: BrandTokens; readonly actor?: string },
): Promise<void> {
  await withTenant(db, merchantId, async (tx) => {
    const version = await publishBrandVersion(tx, { merchantId, tokens });
    await recordAudit(tx, {
      merchantId,
      actor: actor ?? "cli",
      action: "brand.published",
      subject: merchantId,
      after: { version },
    });
  });
}
