/** Which letters a file holds, as the font packages cut them. */
export type Subset = "latin" | "latin-ext" | "greek" | "greek-ext" | "cyrillic" | "cyrillic-ext" | "vietnamese";

/** An open font that comes with Porchlight: its package, and the files of it that we serve. */
export type FontFamily = {
  /** Its name in CSS. */
  readonly name: string;
  readonly npmPackage: string;
  /** The package's version; it stands in the files' addresses, so that they may be kept for ever. */
  readonly version: string;
  readonly weights: readonly FontWeight[];
  readonly subsets: readonly Subset[];
};

/** `css` as in `font-weight`, `file` as in the file's name. */
type FontWeight = { readonly css: string; readonly file: string };

/** One file: where shoppers' browsers get it and where it lies under `node_modules`. */
export type FontFile = {
  readonly family: string;
  readonly weight: string;
  readonly subset: Subset;
  readonly url: string;
  readonly path: string;
};

const ALPHABETS = ["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"] as const;
const WITH_OLD_GREEK = [...ALPHABETS, "greek-ext"] as const;
const fixed = (weight: number): FontWeight => ({ css: String(weight), file: String(weight) });

/** All under the SIL Open Font License 1.1; `docs/brand.md` names their makers. */
export const fontFamilies = {
  geologica: {
    name: "Geologica",
    npmPackage: "@fontsource-variable/geologica",
    version: "5.3.0",
    weights: [{ css: "100 900", file: "wght" }],
    subsets: ALPHABETS,
  },
  manrope: {
    name: "Manrope",
    npmPackage: "@fontsource-variable/manrope",
    version: "5.3.0",
    weights: [{ css: "200 800", file: "wght" }],
    subsets: ALPHABETS,
  },
  "noto-serif-display": {
    name: "Noto Serif Display",
    npmPackage: "@fontsource/noto-serif-display",
    version: "5.3.0",
    weights: [fixed(400)],
    subsets: WITH_OLD_GREEK,
  },
  "source-serif-4": {
    name: "Source Serif 4",
    npmPackage: "@fontsource/source-serif-4",
    version: "5.3.1",
    weights: [fixed(400), fixed(600)],
    subsets: ALPHABETS,
  },
} as const satisfies Record<string, FontFamily>;

export type FontFamilyName = keyof typeof fontFamilies;

/** The files of one family, `latin` first. */
export function filesOf(key: FontFamilyName): readonly FontFile[] {
  const family: FontFamily = fontFamilies[key];
  return family.subsets.flatMap((subset) =>
    family.weights.map((weight) => {
      const file = `${key}-${subset}-${weight.file}-normal`;
      return {
        family: family.name,
        weight: weight.css,
        subset,
        url: `/fonts/${file}-${family.version}.woff2`,
        path: `${family.npmPackage}/files/${file}.woff2`,
      };
    }),
  );
}

const PATHS: ReadonlyMap<string, string> = new Map(
  (Object.keys(fontFamilies) as FontFamilyName[])
    .flatMap(filesOf)
    .map(({ url, path }) => [url.slice("/fonts/".length), path]),
);

/** Where under `node_modules` the font lies that `/fonts/<file>` serves; null for all that is not in the catalogue. */
export function fontPath(file: string): string | null {
  return PATHS.get(file) ?? null;
}
