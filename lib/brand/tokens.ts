import type { Locale } from "./locale.ts";

/** Colours as `#rrggbb` or `oklch(L C H)`. What the merchant wishes; `paletteOf` makes the wish readable. */
export type ColourTokens = {
  readonly paper: string;
  readonly surface: string;
  /** The soft ground of the answer. */
  readonly tint: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly onAccent: string;
};

/** Fonts that shoppers' devices have, best first; nothing is downloaded. */
export type FontStack = {
  readonly families: readonly string[];
  readonly generic: "serif" | "sans-serif" | "monospace" | "system-ui";
};

export type TypeTokens = {
  readonly display: FontStack;
  readonly text: FontStack;
  readonly numbers: FontStack;
  /** 300 to 900. */
  readonly displayWeight: number;
  /** Between the letters of large type, in thousandths of an em: -50 to 100. */
  readonly displayTracking: number;
};

export type Logo =
  | { readonly kind: "wordmark"; readonly text: string; readonly spaced: boolean }
  | { readonly kind: "monogram"; readonly text: string }
  | { readonly kind: "picture"; readonly pictureId: string };

/** One brand as the pages need it: parsed, complete and safe to print. */
export type BrandTokens = {
  readonly name: string;
  /** Null: the name is set in the display type. */
  readonly logo: Logo | null;
  readonly locale: Locale;
  readonly secondLocale: Locale | null;
  /** `auto` follows the shopper's device. */
  readonly scheme: "light" | "dark" | "auto";
  readonly light: ColourTokens;
  readonly dark: ColourTokens;
  readonly type: TypeTokens;
  /** Corners in pixels, 0 to 32. */
  readonly radius: number;
  readonly density: "dense" | "regular" | "airy";
  /** What the answer stands on: the bare paper, a soft tint of the accent, or the accent itself. */
  readonly answer: "paper" | "tint" | "accent";
  readonly storefrontUrl: string | null;
  readonly supportEmail: string | null;
  readonly footerLinks: readonly { readonly label: string; readonly url: string }[];
};
