import { context } from "#lib/server/context.ts";
import { logOutOfReach } from "#lib/server/log-out-of-reach.ts";
import { pictureHeaders } from "#lib/server/picture-headers.ts";
import { findPublicPicture } from "#lib/use-cases/tracking/find-public-picture.ts";

type Params = { params: Promise<{ merchant: string; id: string }> };

/** A merchant's picture. Its id is the hash of its bytes, so it may be kept for ever. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { merchant, id } = await params;
  const picture = await find(merchant, id);
  if (picture === "out_of_reach") return refuse("Out of reach", 503, { "Retry-After": "20" });
  if (picture === null) return refuse("Not found", 404);
  const etag = `"${id}"`;
  const headers = { ...pictureHeaders, ETag: etag, "Cache-Control": "public, max-age=31536000, immutable" };
  const known = request.headers
    .get("If-None-Match")
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  if (known?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(Uint8Array.from(picture.bytes), { headers: { ...headers, "Content-Type": picture.contentType } });
}

async function find(slug: string, id: string): Promise<Awaited<ReturnType<typeof findPublicPicture>> | "out_of_reach"> {
  try {
    return await findPublicPicture(context(), { slug, id });
  } catch (error) {
    logOutOfReach(error, "a shop's picture");
    return "out_of_reach";
  }
}

function refuse(text: string, status: number, more: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { ...pictureHeaders, "Cache-Control": "no-store", ...more } });
}
