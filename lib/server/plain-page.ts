import { type BrandLook, brandCss } from "#lib/brand/css.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import { escapeHtml } from "#lib/kernel/escape-html.ts";

const LAYOUT = [
  "html{background:var(--paper);color:var(--ink);font:400 1.0625rem/1.55 var(--type-text)}",
  "body{margin:0}",
  "main{box-sizing:border-box;max-width:36rem;min-height:70vh;margin:0 auto;padding:64px 20px}",
  "main{display:flex;flex-direction:column;justify-content:center;gap:20px}",
  "h1{margin:0;font:var(--display-weight) clamp(1.875rem,1.5rem + 1.6vw,2.75rem)/1.15 var(--type-display)}",
  "h1{text-wrap:balance}",
  "p{margin:0;color:var(--muted)}",
  ".shop{color:var(--ink);font:var(--display-weight) 1.25rem/1.35 var(--type-display)}",
  "a{display:inline-flex;align-items:center;min-height:44px;color:var(--link)}",
  ":focus-visible{outline:3px solid var(--focus);outline-offset:3px}",
].join("");

type PlainPage = {
  readonly voice: Voice;
  readonly brand: BrandLook;
  readonly nonce: string;
  readonly title: string;
  /** The name over the heading, where the page is a shop's. */
  readonly shop?: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly link?: { readonly href: string; readonly text: string };
  /** Where and when the page goes on by itself. */
  readonly refresh?: { readonly seconds: number; readonly href: string };
};

/**
 * A short page as HTML, made without Next: a page that Next renders has no say in its status. Everything given is text, not
 * markup.
 */
export function plainPage(page: PlainPage): string {
  const { voice, brand, nonce, title, shop, heading, lines, link, refresh } = page;
  const { tag, direction } = voice.language;
  return [
    `<!DOCTYPE html><html lang="${tag}" dir="${direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow">',
    refresh === undefined
      ? ""
      : `<meta http-equiv="refresh" content="${refresh.seconds};url=${escapeHtml(refresh.href)}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style nonce="${escapeHtml(nonce)}">${brandCss(brand, voice.locale)}${LAYOUT}</style></head><body><main>`,
    shop === undefined ? "" : `<p class="shop">${escapeHtml(shop)}</p>`,
    `<h1>${escapeHtml(heading)}</h1>`,
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    link === undefined ? "" : `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a></p>`,
    "</main></body></html>",
  ].join("");
}
