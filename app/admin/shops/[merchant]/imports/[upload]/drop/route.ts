import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { shopUpload, uploadPath } from "#lib/server/shop-uploads.ts";
import { dropUpload } from "#lib/use-cases/uploads/change-upload.ts";

type Params = { params: Promise<{ merchant: string; upload: string }> };

/** Throws a file away that nobody has brought in, or takes it back. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, upload: id } = await params;
  const page = uploadPath("/admin/shops/[merchant]/imports/[upload]", slug, id);
  const list = deskPath("/admin/shops/[merchant]/imports", slug);
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/imports/[upload]/drop" }, async (form, visit) => {
    const { merchant } = visit;
    const upload = await shopUpload(merchant.id, id);
    if (upload === null) return seeOther(list);
    const wish = form.fields.do;
    if (wish !== "drop" && wish !== "undo") return seeOther(page);
    const isDropped = wish === "drop";
    const isDone = await dropUpload(context(), { merchantId: merchant.id, uploadId: upload.id, isDropped });
    if (!isDone) return seeOther(`${page}?problem=late`);
    return seeOther(isDropped ? `${list}?said=dropped&file=${upload.id}` : page);
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, upload } = await params;
  return seeOther(uploadPath("/admin/shops/[merchant]/imports/[upload]", merchant, upload));
}
