import { fontFile } from "#lib/server/font-file.ts";

type Params = { params: Promise<{ file: string }> };

const KEPT = {
  "Content-Type": "font/woff2",
  "Cache-Control": "public, max-age=31536000, immutable",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** One of the bundled fonts. Its name holds its version, so it may be kept for ever; nothing else is served from here. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const bytes = await fontFile((await params).file);
  if (bytes !== null) return new Response(bytes, { headers: KEPT });
  return new Response("Not found", { status: 404, headers: { "Cache-Control": "no-store" } });
}
