import { brandCss } from "#lib/brand/css.ts";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import type { NextLook } from "./next-look.ts";

const LAYOUT = [
  "html{background:var(--paper);color:var(--ink);font:400 1.0625rem/1.55 var(--type-text)}",
  "body{margin:0}",
  "main{box-sizing:border-box;max-width:36rem;min-height:70vh;margin:0 auto;padding:64px 20px}",
  "main{display:flex;flex-direction:column;justify-content:center;gap:20px}",
  "h1{margin:0;font:var(--display-weight) clamp(1.875rem,1.5rem + 1.6vw,2.75rem)/1.15 var(--type-display)}",
  "p{margin:0;color:var(--muted)}",
  "a{display:inline-flex;align-items:center;min-height:44px;color:var(--link)}",
].join("");

/**
 * The whole page for the time when the database is away, as HTML. Made without Next, which would give a page it renders
 * for `proxy.ts` the status 200.
 */
export function outOfReachPage(input: {
  readonly voice: Voice;
  readonly nonce: string;
  readonly look: NextLook;
}): string {
  const { voice, nonce, look } = input;
  const { say, language } = voice;
  const again =
    look.seconds === null
      ? `<p>${escaped(say("outOfReach.stopped"))}</p><p><a href="${escaped(look.href)}">${escaped(say("lookAgain"))}</a></p>`
      : `<p>${escaped(say("outOfReach.fallback"))}</p>`;
  return [
    `<!DOCTYPE html><html lang="${language.tag}" dir="${language.direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow">',
    look.seconds === null ? "" : `<meta http-equiv="refresh" content="${look.seconds};url=${escaped(look.href)}">`,
    `<title>${escaped(say("outOfReach.heading"))}</title>`,
    `<style nonce="${nonce}">${brandCss(fallbackBrand)}${LAYOUT}</style></head>`,
    `<body><main><h1>${escaped(say("outOfReach.heading"))}</h1><p>${escaped(say("outOfReach.text"))}</p>${again}</main></body></html>`,
  ].join("");
}

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES.get(sign) ?? "");
}
