import type { Voice } from "#lib/brand/languages/voice.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { plainPage } from "./plain-page.ts";

/**
 * The answer to one try too many: 429, when to come back, and whom to ask instead. The same whatever was typed. `back` is the
 * form.
 */
export function limitPage(
  request: { readonly headers: Pick<Headers, "get"> },
  about: { readonly brand: BrandTokens; readonly voice: Voice; readonly back: string; readonly retryAfterMs: number },
): Response {
  const { brand, voice, back, retryAfterMs } = about;
  const { say } = voice;
  const minutes = Math.max(1, Math.ceil(retryAfterMs / 60_000));
  const html = plainPage({
    voice,
    brand,
    // Set by `proxy.ts` on every request, with the policy that names it.
    nonce: request.headers.get("x-nonce") ?? "",
    title: say("find.limitTitle"),
    shop: brand.name,
    heading: say("find.limitHeading", { minutes }),
    lines: [say("find.limit"), say("find.limitHelp", { shop: brand.name })],
    link: { href: back, text: say("find.again") },
  });
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Retry-After": String(Math.ceil(retryAfterMs / 1_000)),
  };
  return new Response(html, { status: 429, headers: { ...headers, "Cache-Control": "private, no-store" } });
}
