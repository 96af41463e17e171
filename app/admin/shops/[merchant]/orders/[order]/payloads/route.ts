import { membersRead } from "#lib/server/desk-read.ts";
import { orderIdFrom } from "#lib/server/order-path.ts";
import { shopRawWords } from "#lib/server/order-reads.ts";

type Params = { params: Promise<{ merchant: string; order: string }> };

/** What carriers sent about an order's parcels, word for word, as a file. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, order } = await params;
  return membersRead(request, { slug, door: "/admin/shops/[merchant]/orders/[order]/payloads" }, async (visit) => {
    const id = orderIdFrom(order);
    const words = id === null ? null : await shopRawWords(visit.merchant.id, id);
    if (words === null) return new Response("There is no such order.", { status: 404, headers: HEADERS });
    return new Response(JSON.stringify(words, null, 2), {
      headers: {
        ...HEADERS,
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="order-${id}.json"`,
      },
    });
  });
}

const HEADERS = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
