import { membersRead } from "#lib/server/desk-read.ts";
import { shopUpload } from "#lib/server/shop-uploads.ts";

type Params = { params: Promise<{ merchant: string; upload: string }> };

/** How far a file is: what its open page asks for. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, upload: id } = await params;
  const door = "/admin/shops/[merchant]/imports/[upload]/progress";
  return membersRead(request, { slug, door }, async ({ merchant }) => {
    const upload = await shopUpload(merchant.id, id);
    const headers = { "Cache-Control": "no-store" };
    if (upload === null) return Response.json(null, { status: 404, headers });
    const { state, progress, isStalled, isTaken } = upload;
    return Response.json({ state, progress, isStalled, isTaken }, { headers });
  });
}
