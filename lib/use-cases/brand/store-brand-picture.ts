import type { Db } from "#db/client.ts";
import { keepPicture } from "#db/queries/pictures.ts";
import { withTenant } from "#db/tenant.ts";
import type { BrandTokens, PictureRef } from "#lib/brand/tokens.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type CleanPicture, type Crop, faviconOf, heroOf, logoOf } from "./picture-of-upload.ts";

export type Upload = {
  readonly merchantId: MerchantId;
  readonly file: Uint8Array;
  /** Null: all of it. */
  readonly crop?: Crop | null;
};
type Deps = { readonly db: Db };

/** Stores a merchant's logo, drawn anew from its file. Throws AppError `invalid` with what to do. */
export async function storeLogo(deps: Deps, { merchantId, file, crop = null }: Upload): Promise<PictureRef> {
  return kept(deps, merchantId, await logoOf(file, crop));
}

/** Stores a merchant's hero picture, drawn anew from its file. Throws AppError `invalid` with what to do. */
export async function storeHero(deps: Deps, { merchantId, file, crop = null }: Upload): Promise<PictureRef> {
  return kept(deps, merchantId, await heroOf(file, crop));
}

/** Stores a merchant's icon in its two sizes, drawn anew from its file. Throws AppError `invalid` with what to do. */
export async function storeFavicon(
  deps: Deps,
  { merchantId, file, crop = null }: Upload,
): Promise<NonNullable<BrandTokens["favicon"]>> {
  const { small, large } = await faviconOf(file, crop);
  return {
    small: (await kept(deps, merchantId, small)).pictureId,
    large: (await kept(deps, merchantId, large)).pictureId,
  };
}

async function kept({ db }: Deps, merchantId: MerchantId, picture: CleanPicture): Promise<PictureRef> {
  const { contentType, bytes, width, height } = picture;
  const { pictureId } = await withTenant(db, merchantId, (tx) => keepPicture(tx, { merchantId, contentType, bytes }));
  return { pictureId, width, height };
}
