import type { Db } from "#db/client.ts";
import { lockBrand } from "#db/queries/brands.ts";
import { withTenant } from "#db/tenant.ts";
import type { BrandTokens, Hero, PictureRef } from "#lib/brand/tokens.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { publishIn } from "./publish-brand.ts";
import { publishedIn } from "./published-brand.ts";
import { storeFavicon, storeHero, storeLogo, type Upload } from "./store-brand-picture.ts";

/** Where a picture hangs, and what belongs to it there. */
export type PicturePlace =
  | { readonly as: "logo" | "logo-dark" | "favicon" }
  | { readonly as: "hero"; readonly alt: string; readonly url: string | null };

export type BrandPicture = {
  readonly merchantId: MerchantId;
  readonly file: Uint8Array;
  readonly place: PicturePlace;
  readonly actor?: string;
};

/** Stores a picture and publishes the brand with it as a new version. Throws AppError `invalid` with what to do. */
export async function hangBrandPicture(
  deps: { readonly db: Db },
  { merchantId, file, place, actor }: BrandPicture,
): Promise<{ readonly version: number }> {
  const change = await pictureChange(deps, { merchantId, file }, place);
  return withTenant(deps.db, merchantId, async (tx) => {
    await lockBrand(tx, { merchantId });
    const { tokens, brand } = await publishedIn(tx, merchantId);
    return publishIn(tx, {
      merchantId,
      tokens: { ...tokens, ...change(brand) },
      ...(actor === undefined ? {} : { actor }),
    });
  });
}

export type PictureChange = (brand: BrandTokens) => Partial<BrandTokens>;

/** Stores a picture, and says what it changes about a brand. Throws AppError `invalid` with what to do. */
export async function pictureChange(
  deps: { readonly db: Db },
  upload: Upload,
  place: PicturePlace,
): Promise<PictureChange> {
  switch (place.as) {
    case "logo": {
      const light = await storeLogo(deps, upload);
      return ({ logo }) => ({ logo: { kind: "picture", light, dark: logo?.kind === "picture" ? logo.dark : null } });
    }
    case "logo-dark": {
      const dark = await storeLogo(deps, upload);
      return ({ logo }) => ({ logo: { kind: "picture", light: lightOf(logo), dark } });
    }
    case "favicon": {
      const favicon = await storeFavicon(deps, upload);
      return () => ({ favicon });
    }
    case "hero": {
      const { alt, url } = place;
      const hero: Hero = { ...(await storeHero(deps, upload)), alt, url };
      return () => ({ hero });
    }
    default:
      return assertNever(place);
  }
}

function lightOf(logo: BrandTokens["logo"]): PictureRef {
  if (logo?.kind === "picture") return logo.light;
  throw new AppError("invalid", "There is no logo for light paper yet. Store that one first: --as logo");
}
