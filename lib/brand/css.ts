import { fontFacesCss, subsetsFor } from "./font-faces.ts";
import { displayTrackingIn, fontFamilyOf } from "./font-stacks.ts";
import type { Subset } from "./fonts.ts";
import type { Locale } from "./locale.ts";
import { type Pairing, pairings } from "./pairings.ts";
import { type ColourChoice, type Palette, palettesOf } from "./palette.ts";
import { remembered } from "./remembered.ts";
import type { BrandTokens } from "./tokens.ts";

/** What of a brand its style depends on. */
export type BrandLook = ColourChoice &
  Pick<BrandTokens, "scheme" | "type" | "radius" | "density" | "answer" | "locale">;

const GAPS = { dense: 28, regular: 40, airy: 56 } as const;
const ANSWER_SIZES = {
  dense: "clamp(2rem, 1.5rem + 2.2vw, 3.125rem)",
  regular: "clamp(2.125rem, 1.5rem + 2.6vw, 3.25rem)",
  airy: "clamp(2.125rem, 1.35rem + 3.7vw, 3.375rem)",
} as const;

/** Depth by surface tone; a brand whose answer stands on bare paper divides by hairlines instead. */
const PANELS = ["--panel:var(--surface)", "--panel-pad:22px", "--panel-corner:var(--corner)", "--rule:0px"];
const HAIRLINES = ["--panel:transparent", "--panel-pad:0px", "--panel-corner:0px", "--rule:1px"];

/** A brand's style in its two parts, for a page on which one of them changes and the other stands. */
export type BrandStyle = { readonly faces: string; readonly variables: string };

/**
 * The brand as CSS variables and font faces, for one `<style>` with a nonce on a page in `locale`, with the faces that
 * `written` needs, all of them where it is null. Every value is a number,
 * one of our own words, or a colour that was parsed and printed again: nothing that a merchant typed reaches the page as CSS.
 */
export function brandCss(brand: BrandLook, locale?: Locale, written: string | null = null): string {
  const { faces, variables } = brandStyle(brand, locale, written);
  return faces + variables;
}

/** `brandCss` in its two parts. */
export function brandStyle(brand: BrandLook, locale: Locale = brand.locale, written: string | null = null): BrandStyle {
  const subsets = subsetsFor(written);
  const { accent, mood, light, dark, scheme, type, radius, density, answer } = brand;
  const key = JSON.stringify([
    accent,
    mood,
    light,
    dark,
    scheme,
    type,
    radius,
    density,
    answer,
    brand.locale,
    locale,
    subsets,
  ]);
  return styles(key, () => styleOf(brand, locale, subsets));
}

/** Each look in each of its languages once: the newest few hundred. */
const styles = remembered<BrandStyle>(300);

function styleOf(brand: BrandLook, locale: Locale, subsets: readonly Subset[]): BrandStyle {
  const palettes = palettesOf(brand);
  const light = coloursCss(palettes.light, "light");
  const dark = coloursCss(palettes.dark, "dark");
  const variables = [
    `:root{${brand.scheme === "dark" ? dark : light}${typeCss(brand, locale)};${shapeCss(brand)}}`,
    brand.scheme === "auto" ? `@media (prefers-color-scheme:dark){:root{${dark}}}` : "",
    // What is printed stands on white paper.
    brand.scheme === "light" ? "" : `@media print{:root{${light}}}`,
  ].join("");
  return { faces: fontFacesCss(brand.type, subsets), variables };
}

function coloursCss(palette: Palette, scheme: "light" | "dark"): string {
  const variables = Object.entries(palette).map(([name, value]) => `--${kebab(name)}:${value}`);
  return [`color-scheme:${scheme}`, ...variables, ""].join(";");
}

function typeCss({ type, locale: own }: BrandLook, locale: Locale): string {
  const { display, text, numbers, displayWeight, displayTracking }: Pairing = pairings[type];
  return [
    `--type-display:${fontFamilyOf(display, locale, own)}`,
    `--type-text:${fontFamilyOf(text, locale, own)}`,
    `--type-numbers:${fontFamilyOf(numbers, locale, own)}`,
    `--display-weight:${displayWeight}`,
    `--display-tracking:${displayTrackingIn(locale, displayTracking) / 1000}em`,
  ].join(";");
}

function shapeCss(brand: BrandLook): string {
  const radius = within(brand.radius, 0, 32);
  return [
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

function within(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : least;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
