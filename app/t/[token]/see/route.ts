import { behind } from "#lib/server/behind.ts";
import { context } from "#lib/server/context.ts";
import { linkRefusal, seeOther } from "#lib/server/see-other.ts";
import { DATABASE_PATIENCE_MS, within } from "#lib/server/within.ts";
import { noteSights } from "#lib/use-cases/recommend/note-sights.ts";
import { productPageOf } from "#lib/use-cases/recommend/product-page-of.ts";
import { readSeeQuery } from "#lib/use-cases/recommend/read-sights-form.ts";

type Params = { params: Promise<{ token: string }> };

/**
 * A tap on something that was offered: on to the shop's own page of it, as the shop told us, and back to the order's page where
 * it has none. Nothing in the address says where to go.
 */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const productId = readSeeQuery(new URL(request.url).searchParams);
  if (productId === null) return seeOther(`/t/${token}`);
  try {
    const url = await within(DATABASE_PATIENCE_MS, productPageOf(context(), { token, productId }));
    if (url === null) return seeOther(`/t/${token}`);
    if (!isPrefetch(request.headers)) note(token, productId);
    return new Response(null, {
      status: 303,
      headers: { Location: url, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" },
    });
  } catch (error) {
    return linkRefusal(error, request, `/t/${token}`);
  }
}

/** Next would answer it like a GET, and count a tap. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { Allow: "GET" } });
}

/** What a browser fetches ahead, nobody tapped. */
function isPrefetch(headers: Headers): boolean {
  return [headers.get("sec-purpose"), headers.get("purpose")].some((purpose) => purpose?.includes("prefetch"));
}

function note(token: string, product: string): void {
  behind("a tap on an offer", () => noteSights(context(), { token, kind: "clicked", products: [product] }));
}
