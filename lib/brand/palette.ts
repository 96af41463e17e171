import { converter, formatHex, interpolate, parse, wcagContrast } from "culori";
import type { ColourTokens } from "./tokens.ts";

/** Every colour that the pages use, as `#rrggbb`. All text colours reach 4.5:1 on every ground they stand on (WCAG 2.2, 1.4.3). */
export type Palette = {
  readonly paper: string;
  readonly surface: string;
  readonly tint: string;
  readonly line: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly link: string;
};

const TEXT = 4.5;
const STEPS = 50;
const oklch = converter("oklch");

/** Keeps the merchant's colours where they are readable and moves their lightness, hue kept, where they are not. */
export function paletteOf(tokens: ColourTokens): Palette {
  const paper = hex(tokens.paper, "#ffffff");
  const accent = hex(tokens.accent, "#1f4d3a");
  const pole = poleFor([paper]);
  const surface = calmed(hex(tokens.surface, paper), paper, pole);
  const tint = calmed(hex(tokens.tint, paper), paper, pole);
  const grounds = [paper, surface, tint];
  const ink = readable(hex(tokens.ink, pole), grounds, pole);
  return {
    paper,
    surface,
    tint,
    line: mixed(paper, ink, 0.16),
    ink,
    muted: readable(hex(tokens.muted, ink), grounds, pole),
    accent,
    onAccent: readable(hex(tokens.onAccent, paper), [accent], poleFor([accent])),
    link: readable(accent, grounds, pole),
  };
}

/** Black or white, whichever is readable on the first ground: one of the two always reaches 4.58:1. */
function poleFor([ground = "#ffffff"]: readonly string[]): "#000000" | "#ffffff" {
  return wcagContrast("#000000", ground) >= wcagContrast("#ffffff", ground) ? "#000000" : "#ffffff";
}

/** Moves a second ground towards the paper until one text colour can serve both. */
function calmed(ground: string, paper: string, pole: string): string {
  for (let step = 0; step <= STEPS; step++) {
    const candidate = mixed(ground, paper, step / STEPS);
    if (wcagContrast(candidate, pole) >= TEXT) return candidate;
  }
  return paper;
}

/** Moves a colour's lightness towards the pole until it is readable on all grounds. */
function readable(colour: string, grounds: readonly string[], pole: "#000000" | "#ffffff"): string {
  const start = oklch(colour);
  if (start === undefined) return pole;
  const end = pole === "#ffffff" ? 1 : 0;
  for (let step = 0; step < STEPS; step++) {
    const candidate = formatHex({ ...start, l: start.l + ((end - start.l) * step) / STEPS });
    if (grounds.every((ground) => wcagContrast(candidate, ground) >= TEXT)) return candidate;
  }
  return pole;
}

function mixed(from: string, to: string, share: number): string {
  return formatHex(interpolate([from, to], "oklab")(share));
}

function hex(colour: string, otherwise: string): string {
  const parsed = parsedColour(colour);
  return parsed === undefined ? otherwise : formatHex(parsed);
}

/** culori returns undefined for most of what is no colour, and throws for the rest. */
function parsedColour(colour: string): ReturnType<typeof parse> {
  try {
    return parse(colour);
  } catch {
    return undefined;
  }
}
