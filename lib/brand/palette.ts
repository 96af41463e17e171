import { calmed, hexOf, MARK, mixed, poleFor, standingOut, TEXT } from "./colour.ts";
import { darkColours, lightColours, litAccent } from "./derived-colours.ts";
import { remembered } from "./remembered.ts";
import type { BrandTokens, ColourTokens } from "./tokens.ts";

/**
 * Every colour that the pages use, as `#rrggbb`. On paper, surface and tint alike, text colours (ink, muted, link, act, good)
 * reach 4.5:1, marks (field, edge, focus) 3:1; so does each `on...` on its own ground (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export type Palette = {
  readonly paper: string;
  readonly surface: string;
  readonly tint: string;
  /** Hairlines: decoration, may be faint. */
  readonly line: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly onAccent: string;
  /** The accent as text. */
  readonly link: string;
  /** Borders of what can be typed into or ticked. */
  readonly field: string;
  /** The accent as a line or a mark, and around a button of an accent that is too near its ground. */
  readonly edge: string;
  readonly focus: string;
  /** "You need to act", as text. */
  readonly act: string;
  /** "It has arrived": as text or as a mark. */
  readonly good: string;
};

/** What of a brand its colours depend on. */
export type ColourChoice = Pick<BrandTokens, "accent" | "mood" | "light" | "dark">;
type Palettes = { readonly light: Palette; readonly dark: Palette };

/** The two palettes of a brand: derived from its accent and mood, with what the merchant set otherwise. */
export function palettesOf({ accent, mood, light, dark }: ColourChoice): Palettes {
  return known(JSON.stringify([accent, mood, light, dark]), () => {
    const day = light.accent ?? accent;
    const night = dark.accent ?? litAccent(accent);
    return {
      light: paletteOf({ ...lightColours(day, mood), ...light }),
      dark: paletteOf({ ...darkColours(night, mood), ...dark }),
    };
  });
}

/** A page asks for them several times: its style, its icon, its browser's bars. */
const known = remembered<Palettes>(300);

/** Keeps the merchant's colours where they are readable and moves their lightness, hue kept, where they are not. */
export function paletteOf(tokens: ColourTokens): Palette {
  const paper = hexOf(tokens.paper, "#ffffff");
  const accent = hexOf(tokens.accent, "#1f4d3a");
  const pole = poleFor(paper);
  const surface = calmed(hexOf(tokens.surface, paper), paper, pole);
  const tint = calmed(hexOf(tokens.tint, paper), paper, pole);
  const grounds = [paper, surface, tint];
  const text = (colour: string, otherwise: string) => standingOut(hexOf(colour, otherwise), grounds, pole, TEXT);
  const on = (colour: string, ground: string) => standingOut(hexOf(colour, paper), [ground], poleFor(ground), TEXT);
  const ink = text(tokens.ink, pole);
  const edge = standingOut(accent, grounds, pole, MARK);
  return {
    paper,
    surface,
    tint,
    line: mixed(paper, ink, 0.16),
    ink,
    muted: text(tokens.muted, ink),
    accent,
    onAccent: on(tokens.onAccent, accent),
    link: text(tokens.link, accent),
    field: standingOut(mixed(paper, ink, 0.5), grounds, pole, MARK),
    edge,
    focus: edge,
    act: text(tokens.act, "#b3261e"),
    good: text(tokens.good, "#1f7a4d"),
  };
}
