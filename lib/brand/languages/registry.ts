import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en, type Words } from "./en.ts";
import type { Language } from "./language.ts";
import { th } from "./th.ts";
import { zhHans } from "./zh-hans.ts";
import { zhHant } from "./zh-hant.ts";

const REGISTRY = {
  en,
  de,
  th,
  ar,
  "zh-Hant-TW": zhHant,
  "zh-Hans-CN": zhHans,
} satisfies Record<string, Language<Words>>;

/** The languages that the shopper's pages speak, by their tags. */
export type Locale = keyof typeof REGISTRY;
export const languages: Readonly<Record<Locale, Language<Words>>> = REGISTRY;

const isLocale = (tag: string): tag is Locale => tag in REGISTRY;
export const locales: readonly Locale[] = Object.keys(REGISTRY).filter(isLocale);
