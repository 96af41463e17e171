import { membersRead } from "#lib/server/desk-read.ts";
import { productsFound } from "#lib/server/rule-reads.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Products whose SKU or title begins with what somebody types. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  return membersRead(request, { slug, door: "/admin/shops/[merchant]/rules/find" }, async (visit) => {
    const text = new URL(request.url).searchParams.get("q") ?? "";
    return Response.json(await productsFound(visit, text), { headers: { "Cache-Control": "private, no-store" } });
  });
}
