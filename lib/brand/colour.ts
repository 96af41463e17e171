import { clampChroma, converter, formatHex, interpolate, type Oklch, parse, wcagContrast, wcagLuminance } from "culori";

/** Contrast of text and of marks with what they stand on (WCAG 2.2, 1.4.3 and 1.4.11). */
export const TEXT = 4.5;
export const MARK = 3;

export type Pole = "#000000" | "#ffffff";

const oklch = converter("oklch");

/** The colour as `#rrggbb`, moved into what screens show with its hue kept; `otherwise` where the text is no colour. */
export function hexOf(colour: string, otherwise: string): string {
  const parsed = parsedColour(colour);
  if (parsed === undefined || lch(colour) === null) return otherwise;
  return formatHex(clampChroma(parsed, "oklch"));
}

/** Lightness 0 to 1, chroma, hue in degrees (0 for greys). Null where the text is no colour. */
export function lch(colour: string): (Oklch & { readonly h: number }) | null {
  const parsed = oklch(parsedColour(colour));
  if (parsed === undefined || !Number.isFinite(parsed.l) || !Number.isFinite(parsed.c)) return null;
  return { ...parsed, h: Number.isFinite(parsed.h) ? (parsed.h ?? 0) : 0 };
}

const WRITTEN = /^(#[0-9a-f]{3}|#[0-9a-f]{6}|oklch\([\d.%\s]+\))$/i;
const LONGEST = 64;

/** Whether a brand may have this as a colour: `#rrggbb`, `#rgb` or `oklch(0.5 0.1 150)`. */
export function isColour(text: string): boolean {
  return text.length <= LONGEST && WRITTEN.test(text) && lch(text) !== null;
}

/** `#rrggbb` of a lightness, chroma and hue; chroma gives way where screens cannot show it. */
export function hexFrom(l: number, c: number, h: number): string {
  return inGamut({ mode: "oklch", l, c, h });
}

/** Black or white, whichever is readable on the ground: one of the two always reaches 4.58:1. */
export function poleFor(ground: string): Pole {
  return wcagContrast("#000000", ground) >= wcagContrast("#ffffff", ground) ? "#000000" : "#ffffff";
}

/** Whether text of this colour may stand on the ground. */
export function isReadable(text: string, ground: string): boolean {
  return wcagContrast(text, ground) >= TEXT;
}

/** The least contrast of a colour with any of these grounds, 1 to 21. */
export function leastContrast(colour: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => wcagContrast(colour, ground)));
}

/** Moves a second ground towards the paper until one text colour can serve both. */
export function calmed(ground: string, paper: string, pole: string): string {
  if (isReadable(pole, ground)) return ground;
  return (
    nearest(
      (share) => mixed(ground, paper, share),
      (candidate) => isReadable(pole, candidate),
    ) ?? paper
  );
}

/** Moves a colour's lightness towards the pole, hue kept, until it has the contrast on all grounds; at worst the pole. */
export function standingOut(colour: string, grounds: readonly string[], pole: Pole, contrast: number): string {
  const start = lch(colour);
  if (start === null) return pole;
  const end = pole === "#ffffff" ? 1 : 0;
  const lights = grounds.map((ground) => wcagLuminance(ground));
  const standsOut = (candidate: string) => {
    const own = wcagLuminance(candidate);
    return lights.every((light) => (Math.max(own, light) + 0.05) / (Math.min(own, light) + 0.05) >= contrast);
  };
  if (standsOut(colour)) return colour;
  return nearest((share) => inGamut({ ...start, l: start.l + (end - start.l) * share }), standsOut) ?? pole;
}

/** The first colour after the start of a way that will do, to a 64th of it. Null where not even the last does. */
function nearest(at: (share: number) => string, isGood: (colour: string) => boolean): string | null {
  let best = at(1);
  if (!isGood(best)) return null;
  for (let low = 0, high = 1, step = 0; step < 6; step++) {
    const middle = (low + high) / 2;
    const candidate = at(middle);
    if (isGood(candidate)) {
      best = candidate;
      high = middle;
    } else {
      low = middle;
    }
  }
  return best;
}

export function mixed(from: string, to: string, share: number): string {
  return formatHex(interpolate([from, to], "oklab")(share));
}

function inGamut(colour: Oklch): string {
  return formatHex(clampChroma(colour, "oklch"));
}

/** culori returns undefined for most of what is no colour, and throws for the rest. */
function parsedColour(colour: string): ReturnType<typeof parse> {
  try {
    return parse(colour);
  } catch {
    return undefined;
  }
}
