import type { Db } from "#db/client.ts";
import { lockBrand } from "#db/queries/brands.ts";
import { withTenant } from "#db/tenant.ts";
import { valueAt } from "#lib/brand/draft/draft-changes.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { draftIn } from "./brand-draft.ts";
import { changeIn } from "./change-draft.ts";
import { type PicturePlace, pictureChange } from "./hang-brand-picture.ts";
import type { Crop } from "./picture-of-upload.ts";

export type DraftPicture = {
  readonly merchantId: MerchantId;
  readonly actor: string;
  readonly file: Uint8Array;
  readonly crop: Crop | null;
  readonly place: PicturePlace;
};

/**
 * Stores a picture and hangs it in the shop's draft: shoppers see it once that is published. It takes the place of whatever
 * hangs there, since only one of them can. Throws AppError `invalid` with what to do.
 */
export async function hangDraftPicture(
  deps: { readonly db: Db },
  { merchantId, actor, file, crop, place }: DraftPicture,
): Promise<void> {
  const change = await pictureChange(deps, { merchantId, file, crop }, place);
  await withTenant(deps.db, merchantId, async (tx) => {
    await lockBrand(tx, { merchantId });
    const { form } = await draftIn(tx, merchantId);
    const changes = Object.entries(change(form)).map(([name, is]) => ({
      path: [name],
      was: valueAt(form, [name]),
      is,
    }));
    await changeIn(tx, { merchantId, actor, changes });
  });
}

/** What may be taken down again. */
const PLACES = ["logo", "logo-dark", "favicon", "hero"] as const;
export type DraftPlace = (typeof PLACES)[number];

/** The place that a form names; null for none of ours. */
export function draftPlaceFrom(text: string | undefined): DraftPlace | null {
  return PLACES.find((place) => place === text) ?? null;
}

/** Takes a picture down in the draft. The published brand keeps its own. */
export async function takeDownDraftPicture(
  { db }: { readonly db: Db },
  { merchantId, actor, place }: Pick<DraftPicture, "merchantId" | "actor"> & { readonly place: DraftPlace },
): Promise<void> {
  await withTenant(db, merchantId, async (tx) => {
    await lockBrand(tx, { merchantId });
    const { form } = await draftIn(tx, merchantId);
    const { logo } = form;
    if (place === "logo-dark" && logo?.kind !== "picture") throw new AppError("invalid", "There is no dark logo.");
    const name = place === "logo-dark" ? "logo" : place;
    const is = place === "logo-dark" && logo?.kind === "picture" ? { ...logo, dark: null } : null;
    await changeIn(tx, { merchantId, actor, changes: [{ path: [name], was: valueAt(form, [name]), is }] });
  });
}
