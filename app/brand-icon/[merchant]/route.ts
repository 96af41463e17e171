import { brandIconSvg, iconVersion } from "#lib/brand/brand-icon.ts";
import { context } from "#lib/server/context.ts";
import { logOutOfReach } from "#lib/server/log-out-of-reach.ts";
import { pictureHeaders } from "#lib/server/picture-headers.ts";
import { findShopBrand } from "#lib/use-cases/brand/find-shop-brand.ts";

type Params = { params: Promise<{ merchant: string }> };

const FOR_EVER = "public, max-age=31536000, immutable";
const A_WHILE = "public, max-age=300";

/** A shop's monogram, for browsers' tabs. The address of today's drawing (`?v=`) may be kept for ever. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const brand = await find((await params).merchant);
  if (brand === "out_of_reach") return refuse("Out of reach", 503, { "Retry-After": "20" });
  if (brand === null) return refuse("Not found", 404);
  const svg = brandIconSvg(brand);
  const isToday = new URL(request.url).searchParams.get("v") === iconVersion(svg);
  return new Response(svg, {
    headers: { ...pictureHeaders, "Content-Type": "image/svg+xml", "Cache-Control": isToday ? FOR_EVER : A_WHILE },
  });
}

async function find(slug: string): Promise<Awaited<ReturnType<typeof findShopBrand>> | "out_of_reach"> {
  try {
    return await findShopBrand(context(), { slug });
  } catch (error) {
    logOutOfReach(error, "a shop's icon");
    return "out_of_reach";
  }
}

function refuse(text: string, status: number, more: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { ...pictureHeaders, "Cache-Control": "no-store", ...more } });
}
