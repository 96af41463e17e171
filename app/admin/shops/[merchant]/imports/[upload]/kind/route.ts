import { kindNamed } from "#lib/orders/kind-named.ts";
import { context } from "#lib/server/context.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { shopUpload, uploadPath } from "#lib/server/shop-uploads.ts";
import { checkUpload } from "#lib/use-cases/uploads/change-upload.ts";
import { uploadWorkLimits } from "#lib/use-cases/uploads/limits.ts";

type Params = { params: Promise<{ merchant: string; upload: string }> };

/** Says what kind of file it is, and has it checked as that. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, upload: id } = await params;
  const page = uploadPath("/admin/shops/[merchant]/imports/[upload]", slug, id);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/imports/[upload]/kind" }, async (form, visit) => {
    const { merchant } = visit;
    const kind = kindNamed(form.fields.kind);
    if (kind === null) return seeOther(page);
    const refusal = await form.limited(uploadWorkLimits(merchant.id), page);
    if (refusal !== null) return refusal;
    const upload = await shopUpload(merchant.id, id);
    if (upload === null) return seeOther(page);
    const isWaiting = await checkUpload(context(), { merchantId: merchant.id, uploadId: upload.id, kind });
    return seeOther(isWaiting ? page : `${page}?problem=late`);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, upload } = await params;
  return seeOther(uploadPath("/admin/shops/[merchant]/imports/[upload]", merchant, upload));
}
