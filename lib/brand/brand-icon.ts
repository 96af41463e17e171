import { pairings } from "./pairings.ts";
import { type ColourChoice, palettesOf } from "./palette.ts";
import { remembered } from "./remembered.ts";
import type { BrandTokens } from "./tokens.ts";

type IconLook = ColourChoice & Pick<BrandTokens, "name" | "logo" | "scheme" | "radius" | "type">;

/** One icon of a page's head. */
export type BrandIcon = {
  readonly rel: "icon" | "apple-touch-icon";
  readonly href: string;
  readonly type: string;
  readonly sizes: string;
};

/** The icons of a shop's pages: its own pictures, or the monogram that `/brand-icon` draws. */
export function brandIcons(brand: IconLook & Pick<BrandTokens, "favicon">, slug: string): readonly BrandIcon[] {
  const { favicon } = brand;
  if (favicon === null) {
    const { accent, mood, light, dark, name, logo, scheme, radius, type } = brand;
    const key = JSON.stringify([accent, mood, light, dark, name, logo, scheme, radius, type]);
    const version = versions(key, () => iconVersion(brandIconSvg(brand)));
    return [{ rel: "icon", href: `/brand-icon/${slug}?v=${version}`, type: "image/svg+xml", sizes: "any" }];
  }
  return [
    { rel: "icon", href: `/media/${slug}/${favicon.small}`, type: "image/png", sizes: "32x32" },
    { rel: "icon", href: `/media/${slug}/${favicon.large}`, type: "image/png", sizes: "180x180" },
    { rel: "apple-touch-icon", href: `/media/${slug}/${favicon.large}`, type: "image/png", sizes: "180x180" },
  ];
}

/** Each page names the icon, and few ask for it. */
const versions = remembered<string>(300);

/** A monogram in the brand's accent as SVG, 64 by 64. */
export function brandIconSvg(brand: IconLook): string {
  const { accent, onAccent } = palettesOf(brand)[brand.scheme === "dark" ? "dark" : "light"];
  const letters = lettersOf(brand);
  const { flavour } = pairings[brand.type].display;
  const family = flavour === "serif" || flavour === "didone" ? "Georgia,serif" : "system-ui,sans-serif";
  const size = [40, 30, 22][Math.min(letters.length, 3) - 1] ?? 40;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">',
    `<rect width="64" height="64" rx="${cornerOf(brand.radius)}" fill="${accent}"/>`,
    `<text x="32" y="32" dy=".36em" text-anchor="middle" font-family="${family}" font-size="${size}" font-weight="600" fill="${onAccent}">`,
    `${escaped(letters.join(""))}</text></svg>`,
  ].join("");
}

/** Changes whenever the drawing does (FNV-1a, 32 bits): it only keeps old icons out of caches. */
export function iconVersion(svg: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(svg)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}

function lettersOf({ name, logo }: IconLook): readonly string[] {
  const text = logo?.kind === "monogram" ? logo.text : [...graphemes.segment(name)][0]?.segment;
  return [...graphemes.segment(text ?? "")].map(({ segment }) => segment).slice(0, 3);
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

function cornerOf(radius: number): number {
  if (radius <= 0) return 0;
  return radius < 8 ? 8 : 32;
}

/** A merchant's letters as XML text; signs that XML forbids are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
