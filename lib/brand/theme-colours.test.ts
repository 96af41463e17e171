import { expect, test } from "vitest";
import { demoBrands } from "#lib/demo/brands.ts";
import { palettesOf } from "./palette.ts";
import { themeColoursOf } from "./theme-colours.ts";

test("the browser's bars have the paper's colour, in the scheme that the shopper sees", () => {
  const alder = palettesOf(demoBrands["maison-alder"]);
  expect(themeColoursOf(demoBrands["maison-alder"])).toEqual([
    { media: "(prefers-color-scheme: light)", content: alder.light.paper },
    { media: "(prefers-color-scheme: dark)", content: alder.dark.paper },
  ]);
  const { dark } = palettesOf(demoBrands.voltgarten);
  expect(themeColoursOf(demoBrands.voltgarten)).toEqual([{ media: undefined, content: dark.paper }]);
});
