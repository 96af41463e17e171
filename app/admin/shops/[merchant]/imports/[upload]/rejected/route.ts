import { context } from "#lib/server/context.ts";
import { membersRead } from "#lib/server/desk-read.ts";
import { shopUpload } from "#lib/server/shop-uploads.ts";
import { textStream } from "#lib/server/text-stream.ts";
import { rejectedFile } from "#lib/use-cases/uploads/rejected-file.ts";

type Params = { params: Promise<{ merchant: string; upload: string }> };

/** The rows that stay out of a file, with what to correct, as CSV. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, upload: id } = await params;
  const door = "/admin/shops/[merchant]/imports/[upload]/rejected";
  return membersRead(request, { slug, door }, async ({ merchant }) => {
    const upload = await shopUpload(merchant.id, id);
    if (upload === null) return new Response("There is no such file.", { status: 404 });
    const rows = rejectedFile(context(), { merchantId: merchant.id, uploadId: upload.id, header: upload.header ?? [] });
    return new Response(textStream(rows), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="to-correct-${upload.kind ?? "file"}.csv"`,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
