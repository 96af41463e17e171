import { brandIconSvg, iconVersion } from "#lib/brand/brand-icon.ts";
import { context } from "#lib/server/context.ts";
import { foundPicture } from "#lib/server/found-picture.ts";
import { pictureHeaders } from "#lib/server/picture-headers.ts";
import { findShop } from "#lib/use-cases/find/open-shop.ts";

type Params = { params: Promise<{ merchant: string }> };

const FOR_EVER = "public, max-age=31536000, immutable";
const A_WHILE = "public, max-age=300";

/** A shop's monogram, for browsers' tabs. The address of today's drawing (`?v=`) may be kept for ever. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { merchant } = await params;
  const shop = await foundPicture(() => findShop(context(), merchant), "a shop's icon");
  if (!shop.ok) return shop.refusal;
  const svg = brandIconSvg(shop.found.brand);
  const isToday = new URL(request.url).searchParams.get("v") === iconVersion(svg);
  return new Response(svg, {
    headers: { ...pictureHeaders, "Content-Type": "image/svg+xml", "Cache-Control": isToday ? FOR_EVER : A_WHILE },
  });
}
