import "server-only";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { deskLook } from "./desk-colours.ts";
import { plainPage } from "./plain-page.ts";

type Asked = { readonly headers: Pick<Headers, "get"> };

/** A form's answer that is no page of the desk: what is wrong, what to do, a way back. */
export function deskNotice(
  request: Asked,
  { locale }: DeskVoice,
  about: {
    readonly status: number;
    readonly heading: string;
    readonly text: string;
    readonly link: { readonly href: string; readonly text: string };
    readonly retryAfterMs?: number;
  },
): Response {
  const { status, heading, text, link, retryAfterMs } = about;
  const html = plainPage({
    voice: voiceOf(locale),
    brand: deskLook(request.headers),
    // Set by `proxy.ts` on every request, with the policy that names it.
    nonce: request.headers.get("x-nonce") ?? "",
    title: heading,
    shop: fallbackBrand.name,
    heading,
    lines: [text],
    link,
  });
  const retry = retryAfterMs === undefined ? {} : { "Retry-After": String(Math.ceil(retryAfterMs / 1_000)) };
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store", ...retry };
  return new Response(html, { status, headers });
}
