import { bytesWithin } from "./bytes-within.ts";
import { isSameOrigin } from "./same-origin.ts";

const MOST_BYTES = 8_192;

type Posted =
  | { readonly ok: true; readonly fields: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly refusal: Response };

/**
 * The fields of a plain form that was posted from a page of ours; of a field given twice, the last. Whatever comes from
 * elsewhere, is no form or is too large gets its refusal.
 */
export async function postedForm(request: Request, mostBytes: number = MOST_BYTES): Promise<Posted> {
  if (!isSameOrigin(request)) return refused("This form was not sent from its own page.", 403);
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") return refused("This is no form.", 415);
  const bytes = await bytesWithin(request, mostBytes);
  if (bytes === null) return refused("This form is too large.", 413);
  return { ok: true, fields: Object.fromEntries(new URLSearchParams(bytes.toString("utf8"))) };
}

function refused(text: string, status: number): Posted {
  return { ok: false, refusal: new Response(text, { status, headers: { "Cache-Control": "no-store" } }) };
}
