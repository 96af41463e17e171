import type { Palette } from "#lib/brand/palette.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";

/** What is wrong with a part, in words; `path` as in `footerLinks.2.url` or `words/de/help.heading`. */
export type PartProblem = { readonly path: string; readonly text: string };

/** A colour that shoppers see otherwise than wished, in words, and what one click sets. */
export type ColourAdvice = {
  readonly path: readonly string[];
  readonly wished: string;
  readonly shown: string;
  readonly text: string;
  readonly fix: string;
};

/** A shop's draft as the editor shows it: everything beside the parts themselves is in words already. */
export type DraftView = {
  readonly tokens: BrandTokens;
  readonly revision: number;
  readonly isOpen: boolean;
  /** How many parts differ from what shoppers see. */
  readonly changes: number;
  readonly state: string;
  readonly problems: readonly PartProblem[];
  readonly advice: readonly ColourAdvice[];
  readonly palettes: { readonly light: Palette; readonly dark: Palette };
};

/** A part that somebody else changed meanwhile: who, and when in words. */
export type TellClash = { readonly path: readonly string[]; readonly who: string; readonly when: string };

/** The answer to changes. `others`: who else changed something since the revision that was known. */
export type DraftAnswer =
  | {
      readonly kind: "told";
      readonly view: DraftView;
      readonly clashes: readonly TellClash[];
      readonly others: string | null;
    }
  /** `later`: too much at once. `refused`: nothing that an editor of ours sends. */
  | { readonly kind: "later" | "refused" };

/** A sentence of the page in our words, and the facts and marks that it has. */
export type OurSentence = { readonly key: string; readonly text: string; readonly slots: readonly string[] };
