import { assertNever } from "#lib/kernel/assert-never.ts";
import { type ColourChoice, palettesOf } from "./palette.ts";
import type { BrandTokens } from "./tokens.ts";

/** One `<meta name="theme-color">`; `media` undefined: always. */
export type ThemeColour = { readonly media: string | undefined; readonly content: string };

/** The colour of the browser's own bars: the paper on which the page begins. */
export function themeColoursOf(brand: ColourChoice & Pick<BrandTokens, "scheme">): readonly ThemeColour[] {
  const { light, dark } = palettesOf(brand);
  switch (brand.scheme) {
    case "light":
      return [{ media: undefined, content: light.paper }];
    case "dark":
      return [{ media: undefined, content: dark.paper }];
    case "auto":
      return [
        { media: "(prefers-color-scheme: light)", content: light.paper },
        { media: "(prefers-color-scheme: dark)", content: dark.paper },
      ];
    default:
      return assertNever(brand.scheme);
  }
}
