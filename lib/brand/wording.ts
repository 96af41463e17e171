import type { Locale } from "./locale.ts";
import type { BrandLink, Hero } from "./tokens.ts";

/** A merchant's text and, where it is not in the page's language, the language that it is in (for `lang`). */
export type Wording = { readonly text: string; readonly lang: Locale | undefined };

/** A link's label in the page's language, else in the shop's own. */
export function labelOf(link: BrandLink, locale: Locale, own: Locale): Wording {
  return wordingOf(link.label, link.labels?.[locale], locale, own);
}

/** What the tile shows, in words, in the page's language, else in the shop's own. */
export function altOf(hero: Hero, locale: Locale, own: Locale): Wording {
  return wordingOf(hero.alt, hero.alts?.[locale], locale, own);
}

function wordingOf(ownText: string, translation: string | undefined, locale: Locale, own: Locale): Wording {
  if (locale === own) return { text: ownText, lang: undefined };
  return translation === undefined ? { text: ownText, lang: own } : { text: translation, lang: undefined };
}

/** Links without those that stand there already with the same words: "Returns" is often both at the head and at the foot. */
export function distinctLinks(links: readonly BrandLink[]): readonly BrandLink[] {
  return [...new Map(links.map((link) => [`${link.label} ${link.url}`, link])).values()];
}
