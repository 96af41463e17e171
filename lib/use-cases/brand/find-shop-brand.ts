import type { Db } from "#db/client.ts";
import { findMerchantFace } from "#db/queries/brands.ts";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import { brandFrom } from "#lib/brand/brand-schema.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { isSlug } from "#lib/kernel/slug.ts";

/** A shop's public look by the short name in its addresses; null when there is no such shop. */
export async function findShopBrand(
  { db }: { readonly db: Db },
  { slug }: { readonly slug: string },
): Promise<BrandTokens | null> {
  if (!isSlug(slug)) return null;
  const merchantId = await merchantIdBySlug(db, slug);
  if (merchantId === null) return null;
  const face = await withTenant(db, merchantId, (tx) => findMerchantFace(tx, { merchantId }));
  return face === null ? null : brandFrom(face.tokens, face);
}
