import { type FontFamilyName, fontFamilies } from "./fonts.ts";
import type { Locale } from "./locale.ts";
import type { Face, Flavour } from "./pairings.ts";

type Stack = { readonly families: readonly string[]; readonly generic: string };

/** What shoppers' devices have for Latin letters, best first. Only one of a flavour, so that a brand keeps its voice. */
const LATIN: Readonly<Record<Flavour, Stack>> = {
  didone: {
    families: ["Didot", "Bodoni 72", "Bodoni MT", "Playfair Display", "Georgia", "Noto Serif"],
    generic: "serif",
  },
  serif: { families: ["Iowan Old Style", "Charter", "Georgia", "Noto Serif"], generic: "serif" },
  sans: { families: ["Avenir Next", "Segoe UI", "Roboto", "Noto Sans"], generic: "system-ui,sans-serif" },
  grotesque: { families: ["Helvetica Neue", "Arial Nova", "Roboto", "Arial"], generic: "sans-serif" },
  mono: { families: ["SF Mono", "Cascadia Mono", "Roboto Mono", "Menlo", "Consolas"], generic: "monospace" },
};

type ScriptStack = { readonly serif: readonly string[]; readonly sans: readonly string[]; readonly tracking: number };

/** Other scripts by the start of a language tag: Apple's, Google's, Microsoft's fonts. `tracking` of large type in 1/1000 em. */
const SCRIPTS: Readonly<Record<string, ScriptStack>> = {
  "zh-Hant": {
    serif: ["Songti TC", "Noto Serif TC", "Noto Serif CJK TC", "Source Han Serif TC", "PMingLiU"],
    sans: ["PingFang TC", "Noto Sans TC", "Noto Sans CJK TC", "Microsoft JhengHei"],
    tracking: 20,
  },
  "zh-Hans": {
    serif: ["Songti SC", "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun"],
    sans: ["PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei"],
    tracking: 20,
  },
  ja: {
    serif: ["Hiragino Mincho ProN", "Noto Serif JP", "Noto Serif CJK JP", "Yu Mincho"],
    sans: ["Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic"],
    tracking: 20,
  },
  ko: {
    serif: ["AppleMyungjo", "Noto Serif KR", "Noto Serif CJK KR", "Batang"],
    sans: ["Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic"],
    tracking: 0,
  },
  th: {
    serif: ["Noto Serif Thai", "Thonburi", "Leelawadee UI"],
    sans: ["Sukhumvit Set", "Thonburi", "Noto Sans Thai", "Leelawadee UI"],
    tracking: 0,
  },
  // Letters that join stand apart under any tracking.
  ar: {
    serif: ["Geeza Pro", "Noto Naskh Arabic", "Sakkal Majalla"],
    sans: ["SF Arabic", "Segoe UI", "Noto Sans Arabic", "Geeza Pro"],
    tracking: 0,
  },
  he: {
    serif: ["New Peninim MT", "Noto Serif Hebrew", "David"],
    sans: ["Arial Hebrew", "Segoe UI", "Noto Sans Hebrew"],
    tracking: 0,
  },
  hi: {
    serif: ["ITF Devanagari", "Noto Serif Devanagari", "Nirmala UI"],
    sans: ["Kohinoor Devanagari", "Noto Sans Devanagari", "Nirmala UI"],
    tracking: 0,
  },
};

/** Whether a language is written in an alphabet that the bundled fonts hold. */
export function isLatin(locale: string): boolean {
  return scriptOf(locale) === null;
}

/** The tracking that large type takes in a language, in thousandths of an em; `own` is the pairing's, meant for Latin. */
export function displayTrackingIn(locale: string, own: number): number {
  return scriptOf(locale)?.tracking ?? own;
}

/**
 * A `font-family` for one voice of a brand on a page in `locale`: the bundled font, the device's for Latin, the device's for
 * the page's script and for the shop's own. Without a bundled font the page's script comes first: its digits then fit it.
 */
export function fontFamilyOf(face: Face, locale: Locale, own: Locale): string {
  const key: FontFamilyName | null = face.family;
  const latin = LATIN[face.flavour];
  const scripts = [locale, own].flatMap((tag) => scriptFamilies(tag, face.flavour));
  const families =
    key === null && !isLatin(locale)
      ? [...scripts, ...latin.families]
      : [...(key === null ? [] : [fontFamilies[key].name]), ...latin.families, ...scripts];
  return [...[...new Set(families)].map((family) => `"${family}"`), latin.generic].join(",");
}

function scriptFamilies(locale: string, flavour: Flavour): readonly string[] {
  const script = scriptOf(locale);
  if (script === null) return [];
  return flavour === "serif" || flavour === "didone" ? script.serif : script.sans;
}

function scriptOf(locale: string): ScriptStack | null {
  const known = Object.keys(SCRIPTS).find((start) => locale === start || locale.startsWith(`${start}-`));
  return known === undefined ? null : (SCRIPTS[known] ?? null);
}
