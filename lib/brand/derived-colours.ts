import { hexFrom, hexOf, isReadable, lch } from "./colour.ts";
import type { ColourTokens, Mood } from "./tokens.ts";

/** Lightness of each role. What is dark is drawn for the dark: its paper is no black, its ink no white. */
type Curve = {
  readonly paper: number;
  readonly surface: number;
  readonly tint: number;
  readonly ink: number;
  readonly muted: number;
};
type Seed = { readonly l: number; readonly c: number; readonly h: number };

const LIGHT: Readonly<Record<Mood["contrast"], Curve>> = {
  soft: { paper: 0.978, surface: 0.947, tint: 0.925, ink: 0.27, muted: 0.48 },
  crisp: { paper: 0.995, surface: 0.962, tint: 0.94, ink: 0.19, muted: 0.45 },
};
const DARK: Readonly<Record<Mood["contrast"], Curve>> = {
  soft: { paper: 0.215, surface: 0.262, tint: 0.3, ink: 0.92, muted: 0.75 },
  crisp: { paper: 0.165, surface: 0.212, tint: 0.26, ink: 0.96, muted: 0.76 },
};

/** A colour of less chroma is a grey to the eye. */
const GREY = 0.025;
const FALLBACK: Seed = { l: 0.38, c: 0.07, h: 160 };

/** A whole light scheme from one colour. Wishes only: `paletteOf` makes them readable. */
export function lightColours(accent: string, mood: Mood): ColourTokens {
  const seed = lch(accent) ?? FALLBACK;
  const at = LIGHT[mood.contrast];
  const { c, h } = neutralsOf(mood, seed);
  const crispness = mood.contrast === "crisp" ? 0.4 : 0.8;
  return {
    paper: hexFrom(at.paper, c * crispness, h),
    surface: hexFrom(at.surface, c, h),
    tint: seed.c < GREY ? hexFrom(at.tint, c * 1.2, h) : lightTint(seed, at.tint),
    ink: hexFrom(at.ink, c * 1.4, h),
    muted: hexFrom(at.muted, c * 1.4, h),
    accent,
    onAccent: onAccentOf(accent, seed),
    link: accent,
    act: hexFrom(0.5, 0.17, 27),
    good: hexFrom(0.5, 0.11, 155),
  };
}

/** A whole dark scheme from one colour that shines on dark paper. Wishes only: `paletteOf` makes them readable. */
export function darkColours(accent: string, mood: Mood): ColourTokens {
  const seed = lch(accent) ?? FALLBACK;
  const at = DARK[mood.contrast];
  const { c, h } = neutralsOf(mood, seed);
  return {
    paper: hexFrom(at.paper, c * 1.3, h),
    surface: hexFrom(at.surface, c * 1.5, h),
    tint: seed.c < GREY ? hexFrom(at.tint, c * 1.7, h) : darkTint(seed, at.tint),
    ink: hexFrom(at.ink, c * 0.9, h),
    muted: hexFrom(at.muted, c * 1.4, h),
    accent,
    onAccent: onAccentOf(accent, seed),
    link: seed.l >= 0.76 ? accent : hexFrom(0.76, Math.min(seed.c, 0.15), seed.h),
    act: hexFrom(0.74, 0.14, 25),
    good: hexFrom(0.8, 0.11, 155),
  };
}

/**
 * The accent as it shines on dark paper. One that would sink into it is lit: a vivid one less, so that it stays vivid;
 * a near-black turns near-white.
 */
export function litAccent(accent: string): string {
  const seed = lch(accent) ?? FALLBACK;
  if (seed.c < GREY) return hexFrom(Math.max(seed.l, 0.92), seed.c, seed.h);
  const l = 0.8 - 0.15 * Math.min(seed.c / 0.16, 1);
  return seed.l >= l ? accent : hexFrom(l, Math.min(seed.c * 1.2, 0.2), seed.h);
}

function neutralsOf({ neutrals }: Mood, seed: Seed): { readonly c: number; readonly h: number } {
  switch (neutrals) {
    case "warm":
      return { c: 0.011, h: 82 };
    case "cool":
      return { c: 0.007, h: 255 };
    case "tinted":
      return { c: seed.c < GREY ? 0 : Math.min(0.02, 0.008 + seed.c * 0.08), h: seed.h };
    case "neutral":
      return { c: 0, h: 0 };
  }
}

/** Pale yellow turns khaki where other hues stay clean: it needs more light and more chroma. */
function lightTint({ c, h }: Seed, l: number): string {
  const yellow = yellowness(h);
  return hexFrom(l + 0.028 * yellow, Math.min(c * 0.3, 0.045) + 0.012 * yellow, h);
}

/** Dark yellow turns olive: it becomes a quiet amber. */
function darkTint({ c, h }: Seed, l: number): string {
  const yellow = yellowness(h);
  return hexFrom(l, Math.min(c * 0.35, 0.045) * (1 - 0.35 * yellow), h - 22 * yellow);
}

/** 1 at pure yellow, 0 from orange and from green on. */
function yellowness(h: number): number {
  return Math.max(0, 1 - Math.abs(h - 103) / 30);
}

/** Near-white where it is readable, else a near-black of the same hue. */
function onAccentOf(accent: string, { c, h }: Seed): string {
  const white = hexFrom(0.985, Math.min(c * 0.08, 0.012), h);
  return isReadable(white, hexOf(accent, "#000000")) ? white : hexFrom(0.19, Math.min(c * 0.25, 0.03), h);
}
