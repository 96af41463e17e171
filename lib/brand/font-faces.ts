import { isLatin } from "./font-stacks.ts";
import { type FontFamilyName, type FontFile, filesOf, type Subset } from "./fonts.ts";
import type { Locale } from "./locale.ts";
import { type Face, type PairingName, pairings } from "./pairings.ts";

/** The letters of each file, as the font packages cut them (their `unicode.json`), so that only what is written is loaded. */
export const unicodeRanges: Readonly<Record<Subset, string>> = {
  latin:
    "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  "latin-ext":
    "U+100-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+304,U+308,U+329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
  greek: "U+370-377,U+37A-37F,U+384-38A,U+38C,U+38E-3A1,U+3A3-3FF",
  "greek-ext": "U+1F00-1FFF",
  cyrillic: "U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116",
  "cyrillic-ext": "U+460-52F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F",
  vietnamese:
    "U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+300-301,U+303-304,U+308-309,U+323,U+329,U+1EA0-1EF9,U+20AB",
};

/**
 * The `@font-face` rules of a pairing. `optional`: a font that is not there at once is kept for the next view, so that no
 * line ever moves under a reader's eyes.
 */
export function fontFacesCss(name: PairingName, subsets: readonly Subset[]): string {
  const files = filesOfPairing(name).filter(({ subset }) => subsets.includes(subset));
  // What comes last is asked first where ranges overlap: Latin, which every page has.
  return files.toReversed().map(faceCss).join("");
}

/** The Latin faces of several pairings, for a page on which one is chosen: each is loaded where it is shown, however late. */
export function fontFacesOf(names: readonly PairingName[]): string {
  const files = [...new Set(names.flatMap(filesOfPairing))].filter(({ subset }) => subset === "latin");
  return files.map(faceCss).join("").replaceAll("font-display:optional", "font-display:swap");
}

/** The subsets that hold letters of a text, Latin always; all of them where it is not known what is written. */
export function subsetsFor(text: string | null): readonly Subset[] {
  return SUBSETS.flatMap(({ subset, letters }) =>
    text === null || subset === "latin" || letters.test(text) ? [subset] : [],
  );
}

/** Each range as a class of a regular expression: "U+0-FF" is `\u{0}-\u{FF}`. */
const SUBSETS = (Object.keys(unicodeRanges) as Subset[]).map((subset) => ({
  subset,
  letters: new RegExp(`[${unicodeRanges[subset].replaceAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?,?/g, classOf)}]`, "u"),
}));

function classOf(_: string, from: string, to = from): string {
  return `\\u{${from}}-\\u{${to}}`;
}

/**
 * The font files that the top of a page shows, as `<link rel="preload" as="font" type="font/woff2" crossorigin>`. None for
 * languages in other scripts: there Latin letters are few, and the device's own fonts carry the page.
 */
export function fontPreloads(brand: { readonly type: PairingName }, locale: Locale): readonly string[] {
  if (!isLatin(locale)) return [];
  return filesOfPairing(brand.type)
    .filter(({ subset }) => subset === "latin")
    .map(({ url }) => url);
}

function filesOfPairing(name: PairingName): readonly FontFile[] {
  const { display, text, numbers } = pairings[name];
  return [...new Set([display, text, numbers].flatMap(familyOf))].flatMap(filesOf);
}

function familyOf({ family }: Face): readonly FontFamilyName[] {
  return family === null ? [] : [family];
}

function faceCss({ family, weight, subset, url }: FontFile): string {
  const range = unicodeRanges[subset];
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:optional;src:url(${url})format("woff2");unicode-range:${range}}`;
}
