import { createTranslator } from "use-intl/core";
import { localeFrom } from "#lib/brand/locale.ts";
import { type DeskWords, en } from "./words/en.ts";
import { zhHant } from "./words/zh-hant.ts";

const LANGUAGES = {
  en: { tag: "en", intl: "en-GB", name: "English", words: en },
  "zh-Hant-TW": { tag: "zh-Hant-TW", intl: "zh-Hant-TW", name: "繁體中文", words: zhHant },
} satisfies Record<
  string,
  { readonly tag: string; readonly intl: string; readonly name: string; readonly words: DeskWords }
>;

/** The languages that the desk speaks. */
export type DeskLocale = keyof typeof LANGUAGES;
/** The name of one of the desk's sentences: `nav.people`. */
export type DeskKey = Parameters<ReturnType<typeof translatorOf>>[0];
export type DeskSay = (key: DeskKey, values?: Readonly<Record<string, string | number>>) => string;
/** One language of the desk. Server components only: a function does not travel to the browser. */
export type DeskVoice = { readonly locale: DeskLocale; readonly tag: string; readonly say: DeskSay };

/** Each language with its own name, for a choice between them. */
export const deskLanguages: readonly { readonly locale: DeskLocale; readonly name: string }[] = [
  { locale: "en", name: LANGUAGES.en.name },
  { locale: "zh-Hant-TW", name: LANGUAGES["zh-Hant-TW"].name },
];

/** In the first language of the desk's that is wished for, strongest first; in English where none is. */
export function deskVoice(wishes: readonly (string | null)[]): DeskVoice {
  const locale = wishes.map(deskLocaleFrom).find((wish) => wish !== null) ?? "en";
  const language = LANGUAGES[locale];
  const translator = translatorOf(language.intl, language.words);
  return { locale, tag: language.tag, say: (key, values) => translator(key, values) };
}

/** Who reads either kind of Chinese reads ours more easily than English. */
function deskLocaleFrom(wish: string | null): DeskLocale | null {
  const locale = localeFrom(wish);
  if (locale === "zh-Hans-CN") return "zh-Hant-TW";
  return locale === "en" || locale === "zh-Hant-TW" ? locale : null;
}

function translatorOf(locale: string, messages: DeskWords) {
  return createTranslator({ locale, messages, timeZone: "UTC" });
}
