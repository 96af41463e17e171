import type { Db } from "#db/client.ts";
import { findMerchantFace } from "#db/queries/brands.ts";
import { merchantIdBySlug, slugsAfter } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { isSlug } from "#lib/kernel/slug.ts";
import { brandOfText } from "#lib/use-cases/tracking/brand-of-text.ts";

export type Shop = { readonly merchantId: MerchantId; readonly slug: string; readonly brand: BrandTokens };

/** The shop with this public short name, in its own look; null where there is none. */
export async function findShop({ db }: { readonly db: Db }, slug: string): Promise<Shop | null> {
  const merchantId = isSlug(slug) ? await merchantIdBySlug(db, slug) : null;
  if (merchantId === null) return null;
  const face = await withTenant(db, merchantId, (tx) => findMerchantFace(tx, { merchantId }));
  if (face === null) return null;
  const tokens = face.tokens === null ? null : JSON.stringify(face.tokens);
  return { merchantId, slug, brand: brandOfText(tokens, face) };
}

/** `findShop`; throws `not_found` where there is none. */
export async function openShop(deps: { readonly db: Db }, slug: string): Promise<Shop> {
  const shop = await findShop(deps, slug);
  if (shop === null) throw new AppError("not_found", "There is no such shop.");
  return shop;
}

/** The short name of the shop whose installation this is; null where there are several, or none. */
export async function onlyShop({ db }: { readonly db: Db }): Promise<string | null> {
  const [first, second] = await slugsAfter(db, "", 2);
  return first !== undefined && second === undefined ? first.slug : null;
}
