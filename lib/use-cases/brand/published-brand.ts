import type { Db, Tx } from "#db/client.ts";
import { findMerchantFace } from "#db/queries/brands.ts";
import { withTenant } from "#db/tenant.ts";
import { publishableBrand } from "#lib/brand/brand-problems.ts";
import { brandFrom, type Shopfront } from "#lib/brand/brand-schema.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { upgradedBrand } from "#lib/brand/upgraded-brand.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

export type PublishedBrand = {
  /** As shoppers see it, complete. */
  readonly brand: BrandTokens;
  /** As it would be published again: what the merchant set, in today's shape. */
  readonly tokens: Readonly<Record<string, unknown>>;
  /** False where the shop has published none yet. */
  readonly isOwn: boolean;
  /** The number of the published version; null where the shop has published none yet. */
  readonly version: number | null;
  /** What else is known of the shop. */
  readonly shop: Shopfront;
};

/** The look that a merchant's shoppers see now. Throws AppError `not_found`. */
export async function publishedBrand(
  { db }: { readonly db: Db },
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<PublishedBrand> {
  return withTenant(db, merchantId, (tx) => publishedIn(tx, merchantId));
}

/** `publishedBrand` inside of a transaction. */
export async function publishedIn(tx: Tx, merchantId: MerchantId): Promise<PublishedBrand> {
  const face = await findMerchantFace(tx, { merchantId });
  if (face === null) throw new AppError("not_found", "There is no such merchant.");
  const brand = brandFrom(face.tokens, face);
  const stored = upgradedBrand(face.tokens);
  const isSound = typeof stored === "object" && stored !== null && publishableBrand(stored).ok;
  return {
    brand,
    tokens: isSound ? { ...stored } : { ...brand },
    isOwn: face.tokens !== null,
    version: face.version,
    shop: face,
  };
}
