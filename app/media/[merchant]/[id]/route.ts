import { context } from "#lib/server/context.ts";
import { foundPicture } from "#lib/server/found-picture.ts";
import { hasCopy } from "#lib/server/has-copy.ts";
import { pictureHeaders } from "#lib/server/picture-headers.ts";
import { findPublicPicture } from "#lib/use-cases/tracking/find-public-picture.ts";

type Params = { params: Promise<{ merchant: string; id: string }> };

/** A merchant's picture. Its id is the hash of its bytes, so it may be kept for ever. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { merchant, id } = await params;
  const etag = `"${id}"`;
  const headers = { ...pictureHeaders, "Cache-Control": "public, max-age=31536000, immutable" };
  // Who has bytes with this hash has these bytes: nobody need be asked.
  if (hasCopy(request, etag)) return new Response(null, { status: 304, headers: { ...headers, ETag: etag } });
  const picture = await foundPicture(() => findPublicPicture(context(), { slug: merchant, id }), "a shop's picture");
  if (!picture.ok) return picture.refusal;
  const { bytes, contentType } = picture.found;
  return new Response(Uint8Array.from(bytes), { headers: { ...headers, ETag: etag, "Content-Type": contentType } });
}
