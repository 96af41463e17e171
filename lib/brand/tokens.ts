import type { Overrides } from "./languages/voice.ts";
import type { Locale } from "./locale.ts";
import type { PairingName } from "./pairings.ts";

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
  readonly link: string;
  /** The one colour that says "you need to act". */
  readonly act: string;
  readonly good: string;
};

/** What the greys of a brand lean to, and how far its ink stands off its paper. */
export type Mood = {
  readonly neutrals: "warm" | "neutral" | "cool" | "tinted";
  readonly contrast: "soft" | "crisp";
};

/** A picture of the merchant's with its true size in pixels, so that nothing moves when it arrives. */
export type PictureRef = { readonly pictureId: string; readonly width: number; readonly height: number };

export type Logo =
  | { readonly kind: "wordmark"; readonly text: string; readonly spaced: boolean }
  | { readonly kind: "monogram"; readonly text: string }
  | {
      readonly kind: "picture";
      readonly light: PictureRef;
      /** Null: the light one serves on dark paper too. */
      readonly dark: PictureRef | null;
    };

/** The same text in other languages than the shop's own. */
export type Translations = Readonly<Partial<Record<Locale, string>>>;

export type BrandLink = {
  /** In the shop's own language. */
  readonly label: string;
  readonly labels?: Translations;
  readonly url: string;
};

/** A picture tile of the shop's, with what it shows for those who do not see it. */
export type Hero = PictureRef & {
  readonly alt: string;
  readonly alts?: Translations;
  readonly url: string | null;
};

/** One brand as the pages need it: parsed, complete and safe to print. */
export type BrandTokens = {
  readonly name: string;
  /** The shop's own language, and all that its shoppers may choose. */
  readonly locale: Locale;
  readonly locales: readonly Locale[];
  /** The one colour that a shop must give; all others follow from it and the mood. */
  readonly accent: string;
  readonly mood: Mood;
  /** Single colours that the merchant sets otherwise. */
  readonly light: Partial<ColourTokens>;
  readonly dark: Partial<ColourTokens>;
  /** `auto` follows the shopper's device. */
  readonly scheme: "light" | "dark" | "auto";
  readonly type: PairingName;
  /** Corners in pixels, 0 to 32. */
  readonly radius: number;
  readonly density: "dense" | "regular" | "airy";
  /** What the answer stands on: the bare paper, a soft tint of the accent, or the accent itself. */
  readonly answer: "paper" | "tint" | "accent";
  /** Null: the name is set in the display type. */
  readonly logo: Logo | null;
  /** Pictures for the browser's tab (32 px) and the home screen (180 px); null: a monogram is drawn. */
  readonly favicon: { readonly small: string; readonly large: string } | null;
  readonly hero: Hero | null;
  readonly storefrontUrl: string | null;
  readonly supportEmail: string | null;
  readonly headerLinks: readonly BrandLink[];
  readonly footerLinks: readonly BrandLink[];
  /** One line at the foot: the company, its address. */
  readonly footerText: string | null;
  /** The shop's own sentences in place of ours, by language and name. */
  readonly words?: Overrides;
};
