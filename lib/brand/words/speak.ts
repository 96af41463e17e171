import { createTranslator } from "use-intl/core";
import type { Locale } from "#lib/brand/locale.ts";
import { en, type Words } from "./en.ts";
import { zhHant } from "./zh-hant.ts";

/** How each language calls itself, for the switch. */
export const languageNames: Readonly<Record<Locale, string>> = { en: "English", "zh-Hant-TW": "中文" };

export type Say = ReturnType<typeof translatorOf>;

/** A translator reads each sentence once and remembers it, so there is one a language. */
const SPEAKERS: Readonly<Record<Locale, Say>> = {
  en: translatorOf("en", en),
  "zh-Hant-TW": translatorOf("zh-Hant-TW", zhHant),
};

/** The words of a language as a function: `say("quiet.partlySent")`, `say.rich(...)` for the answer. */
export function speak(locale: Locale): Say {
  return SPEAKERS[locale];
}

function translatorOf(locale: Locale, messages: Words) {
  return createTranslator({ locale, messages, timeZone: "UTC" });
}
