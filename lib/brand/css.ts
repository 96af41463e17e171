import { type Palette, paletteOf } from "./palette.ts";
import type { BrandTokens, FontStack } from "./tokens.ts";

const GAPS = { dense: 28, regular: 40, airy: 56 } as const;
const ANSWER_SIZES = {
  dense: "clamp(2rem, 1.5rem + 2.2vw, 3.125rem)",
  regular: "clamp(2.125rem, 1.5rem + 2.6vw, 3.25rem)",
  airy: "clamp(2.125rem, 1.35rem + 3.7vw, 3.375rem)",
} as const;

/** Depth by surface tone; a brand whose answer stands on bare paper divides by hairlines instead. */
const PANELS = ["--panel:var(--surface)", "--panel-pad:22px", "--panel-corner:var(--corner)", "--rule:0px"];
const HAIRLINES = ["--panel:transparent", "--panel-pad:0px", "--panel-corner:0px", "--rule:1px"];

/**
 * The brand as CSS variables, for one `<style>` with a nonce. Every value is a number, one of our own words, a colour that
 * was parsed and printed again, or a font name stripped to letters: nothing that a merchant typed reaches the page as CSS.
 */
export function brandCss(brand: BrandTokens): string {
  const light = coloursCss(paletteOf(brand.light), "light");
  const dark = coloursCss(paletteOf(brand.dark), "dark");
  return [
    `:root{${brand.scheme === "dark" ? dark : light}${shapeCss(brand)}}`,
    brand.scheme === "auto" ? `@media (prefers-color-scheme:dark){:root{${dark}}}` : "",
    `@media print{:root{${light}}}`,
  ].join("");
}

function coloursCss(palette: Palette, scheme: "light" | "dark"): string {
  const variables = Object.entries(palette).map(([name, value]) => `--${kebab(name)}:${value}`);
  return [`color-scheme:${scheme}`, ...variables, ""].join(";");
}

function shapeCss(brand: BrandTokens): string {
  const radius = within(brand.radius, 0, 32);
  return [
    `--type-display:${fontCss(brand.type.display)}`,
    `--type-text:${fontCss(brand.type.text)}`,
    `--type-numbers:${fontCss(brand.type.numbers)}`,
    `--display-weight:${within(brand.type.displayWeight, 300, 900)}`,
    `--display-tracking:${within(brand.type.displayTracking, -50, 100) / 1000}em`,
    `--corner:${radius}px`,
    `--corner-small:${Math.min(radius, 12) / 2}px`,
    `--mark-corner:${markCorner(radius)}`,
    `--section-gap:${GAPS[brand.density]}px`,
    ...(brand.answer === "paper" ? HAIRLINES : PANELS),
    `--answer-size:${ANSWER_SIZES[brand.density]}`,
  ].join(";");
}

/** Small marks are square, barely softened or round: at their size a corner in between only looks unsharp. */
function markCorner(radius: number): string {
  if (radius === 0) return "0px";
  return radius < 8 ? "2px" : "999px";
}

function fontCss(stack: FontStack): string {
  const families = stack.families.map((family) => `"${family.replace(/[^\p{L}\p{M}\p{N} _-]/gu, "")}"`);
  return [...families, stack.generic].join(",");
}

function within(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : least;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
