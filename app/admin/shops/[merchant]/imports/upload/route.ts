import { AppError } from "#lib/kernel/app-error.ts";
import { kindNamed } from "#lib/orders/kind-named.ts";
import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersUpload } from "#lib/server/desk-upload.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { uploadPath } from "#lib/server/shop-uploads.ts";
import { uploadLimits } from "#lib/use-cases/uploads/limits.ts";
import { receiveUpload } from "#lib/use-cases/uploads/receive-upload.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Takes a file, as it comes in, and leads to its page. `proxy.ts` lets it pass: Next would cut off what is long. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const back = deskPath("/admin/shops/[merchant]/imports", slug);
  const door = "/admin/shops/[merchant]/imports/upload";
  const limits = ({ merchant }: { readonly merchant: { readonly id: string } }) => uploadLimits(merchant.id);
  return membersUpload(request, { slug, door, back, limits }, async ({ fields, fileName, chunks }, visit) => {
    const asked = { merchantId: visit.merchant.id, actor: visit.person.id, fileName, kind: kindNamed(fields.kind) };
    try {
      const uploadId = await receiveUpload(context(), { ...asked, chunks });
      return seeOther(uploadPath("/admin/shops/[merchant]/imports/[upload]", slug, uploadId));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "limit") throw error;
      return seeOther(`${back}?problem=tooLarge`);
    }
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/imports", (await params).merchant));
}
