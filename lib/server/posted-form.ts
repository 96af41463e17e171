import { isSameOrigin } from "./same-origin.ts";

const MOST_BYTES = 8_192;

type Posted =
  | { readonly ok: true; readonly fields: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly refusal: Response };

/**
 * The fields of a plain form that was posted from a page of ours; of a field given twice, the last. Whatever comes from
 * elsewhere, is no form or is too large gets its refusal.
 */
export async function postedForm(request: Request): Promise<Posted> {
  if (!isSameOrigin(request)) return refused("This form was not sent from its own page.", 403);
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") return refused("This is no form.", 415);
  const text = await textWithin(request, MOST_BYTES);
  if (text === null) return refused("This form is too large.", 413);
  return { ok: true, fields: Object.fromEntries(new URLSearchParams(text)) };
}

/** What a client announces is not what it sends, so the bytes are counted as they come. */
async function textWithin(request: Request, most: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function refused(text: string, status: number): Posted {
  return { ok: false, refusal: new Response(text, { status, headers: { "Cache-Control": "no-store" } }) };
}
