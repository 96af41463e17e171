import { createTranslator } from "use-intl/core";
import type { Locale } from "#lib/brand/locale.ts";
import { en, type Words } from "./en.ts";
import { zhHant } from "./zh-hant.ts";

const WORDS: Readonly<Record<Locale, Words>> = { en, "zh-Hant-TW": zhHant };

/** How each language calls itself, for the switch. */
export const languageNames: Readonly<Record<Locale, string>> = { en: "English", "zh-Hant-TW": "中文" };

/** The words of a language as a function: `say("quiet.partlySent")`, `say.rich(...)` for the answer. */
export function speak(locale: Locale) {
  return createTranslator({ locale, messages: WORDS[locale], timeZone: "UTC" });
}

export type Say = ReturnType<typeof speak>;
