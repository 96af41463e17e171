import { hexOf, leastContrast, TEXT } from "./colour.ts";
import { type ColourChoice, type Palette, palettesOf } from "./palette.ts";
import type { BrandTokens, ColourTokens } from "./tokens.ts";

/**
 * A colour that cannot be read where it is used: what was wished, what shoppers see in its place, and the part of the brand
 * that one click would set to that. `ratio` is the least contrast of the wish, of `needed`.
 */
export type ContrastAdvice = {
  readonly scheme: "light" | "dark";
  /** `accentText`: the accent itself, where it is a link or another text. */
  readonly role: keyof ColourTokens | "accentText";
  readonly path: readonly string[];
  readonly wished: string;
  readonly shown: string;
  readonly ratio: number;
  readonly needed: number;
};

const TEXTS = ["ink", "muted", "link", "act", "good"] as const;
const GROUNDS = ["surface", "tint"] as const;

/** What of a brand's colours shoppers see otherwise than wished, in the schemes that they get to see (WCAG 2.2, 1.4.3). */
export function contrastAdvice(brand: ColourChoice & Pick<BrandTokens, "scheme">): readonly ContrastAdvice[] {
  const palettes = palettesOf(brand);
  return (["light", "dark"] as const)
    .filter((scheme) => brand.scheme === "auto" || brand.scheme === scheme)
    .flatMap((scheme) => [
      ...accentAdvice(brand, scheme, palettes[scheme]),
      ...ownAdvice(brand[scheme], scheme, palettes[scheme]),
    ]);
}

/** The accent is derived for the dark: only one that somebody set there can be wrong. */
function accentAdvice(brand: ColourChoice, scheme: "light" | "dark", palette: Palette): readonly ContrastAdvice[] {
  const own = brand[scheme];
  const wish = scheme === "light" ? (own.accent ?? brand.accent) : own.accent;
  if (wish === undefined || own.link !== undefined) return [];
  const wished = hexOf(wish, palette.link);
  const ratio = leastContrast(wished, groundsOf(palette));
  if (ratio >= TEXT) return [];
  const path = own.accent === undefined ? ["accent"] : [scheme, "accent"];
  const shown = settledAccent(brand, scheme, palette.link);
  return [{ scheme, role: "accentText", path, wished, shown, ratio, needed: TEXT }];
}

/** The grounds lean to the accent: what is readable on those of the old one is tried on its own. */
function settledAccent(brand: ColourChoice, scheme: "light" | "dark", start: string): string {
  let accent = start;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const own = { ...brand[scheme], ...(brand[scheme].accent === undefined ? {} : { accent }) };
    const palette = palettesOf({ ...brand, ...(brand[scheme].accent === undefined ? { accent } : {}), [scheme]: own })[
      scheme
    ];
    if (leastContrast(accent, groundsOf(palette)) >= TEXT) return accent;
    accent = palette.link;
  }
  return accent;
}

const MOST_ROUNDS = 6;

function ownAdvice(own: Partial<ColourTokens>, scheme: "light" | "dark", palette: Palette): readonly ContrastAdvice[] {
  const wish = (role: keyof ColourTokens): readonly [string, string] | null => {
    const wished = own[role] === undefined ? null : hexOf(own[role], "");
    const shown = role in palette ? palette[role] : "";
    return wished === null || wished === "" || wished === shown ? null : [wished, shown];
  };
  const advice = (role: keyof ColourTokens, ratioOf: (wished: string) => number): readonly ContrastAdvice[] => {
    const [wished, shown] = wish(role) ?? [];
    if (wished === undefined || shown === undefined) return [];
    return [{ scheme, role, path: [scheme, role], wished, shown, ratio: ratioOf(wished), needed: TEXT }];
  };
  const grounds = groundsOf(palette);
  return [
    ...TEXTS.flatMap((role) => advice(role, (wished) => leastContrast(wished, grounds))),
    ...GROUNDS.flatMap((role) => advice(role, (wished) => leastContrast(palette.ink, [wished]))),
    ...advice("onAccent", (wished) => leastContrast(wished, [palette.accent])),
  ];
}

function groundsOf({ paper, surface, tint }: Palette): readonly string[] {
  return [paper, surface, tint];
}
