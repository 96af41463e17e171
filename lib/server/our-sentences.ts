import "server-only";
import { languages } from "#lib/brand/languages/registry.ts";
import { sentencesOf, slotsOf } from "#lib/brand/languages/sentences.ts";
import type { Locale } from "#lib/brand/locale.ts";
import type { OurSentence } from "#lib/desk/brand/draft-view.ts";

/** What shoppers never see on a shop's pages is nothing for a shop to word. */
const NOT_OF_SHOPS = /^(host|outOfReach|notFound)\./;

/** Every sentence of the shoppers' pages in this language, as we say it. */
export function ourSentences(locale: Locale): readonly OurSentence[] {
  return [...sentencesOf(languages[locale].words)]
    .filter(([key]) => !NOT_OF_SHOPS.test(key))
    .map(([key, text]) => ({ key, text, slots: slotsOf(text) }));
}
