import { AppError } from "#lib/kernel/app-error.ts";
import { pictureReason } from "#lib/server/brand-said.ts";
import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { pictureForm } from "#lib/server/picture-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { brandPictureLimits } from "#lib/use-cases/access/limits.ts";
import { cropFrom } from "#lib/use-cases/brand/crop-from.ts";
import { draftPlaceFrom, hangDraftPicture, takeDownDraftPicture } from "#lib/use-cases/brand/hang-draft-picture.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Hangs a picture in the shop's draft, or takes one down. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const page = `${deskPath("/admin/shops/[merchant]/brand", slug)}?part=pictures`;
  const door = { slug, door: "/admin/shops/[merchant]/brand/picture" } as const;
  const { plain, picture } = await pictureForm(request, door);
  return membersForm(plain, door, async ({ fields, limited }, { merchant, person }) => {
    if (picture.isTooLarge) return seeOther(`${page}&problem=picture&reason=large`);
    const place = draftPlaceFrom(fields.place);
    if (place === null) return seeOther(page);
    const who = { merchantId: merchant.id, actor: person.id };
    try {
      if (fields.remove === "1") {
        await takeDownDraftPicture(context(), { ...who, place });
        return seeOther(`${page}&said=taken`);
      }
      const { file } = picture;
      const alt = (fields.alt ?? "").trim();
      if (file === null) return seeOther(`${page}&problem=noFile`);
      if (place === "hero" && alt === "") return seeOther(`${page}&problem=alt`);
      const refusal = await limited(brandPictureLimits(merchant.id), page);
      if (refusal !== null) return refusal;
      const hung = place === "hero" ? { as: place, alt, url: null } : { as: place };
      await hangDraftPicture(context(), { ...who, file, crop: cropFrom(fields), place: hung });
      return seeOther(`${page}&said=picture`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return seeOther(`${page}&problem=picture&reason=${pictureReason(error.message)}`);
    }
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/brand", (await params).merchant));
}
