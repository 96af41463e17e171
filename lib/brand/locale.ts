import { type Locale, languages, locales } from "./languages/registry.ts";

export { type Locale, locales } from "./languages/registry.ts";

/** The language of ours that a tag such as `en-GB`, `zh-TW` or `zh_hant` asks for; null when we do not speak it. */
export function localeFrom(tag: string | null | undefined): Locale | null {
  const wish = tag?.trim().toLowerCase().replaceAll("_", "-") ?? "";
  return locales.find((locale) => languages[locale].understands.test(wish)) ?? null;
}

/** What an `Accept-Language` header asks for, strongest first, a few at most. */
export function wishesOf(acceptLanguage: string | null): readonly string[] {
  return (acceptLanguage ?? "")
    .split(",", MOST_WISHES)
    .map((part) => part.split(";"))
    .map(([tag = "", ...parameters]) => ({ tag: tag.trim(), weight: weightOf(parameters) }))
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

type Offering = { readonly locale: Locale; readonly locales: readonly Locale[] };

/** The first wish that the brand offers; else the brand's own language. Wishes come strongest first. */
export function chooseLocale(wishes: readonly (string | null | undefined)[], brand: Offering): Locale {
  const offered = offeredLocales(brand);
  return wishes.map(localeFrom).find((wish) => wish !== null && offered.includes(wish)) ?? brand.locale;
}

/** The languages that a brand's shoppers may choose, its own always among them, in our order. */
export function offeredLocales(brand: Offering): readonly Locale[] {
  return locales.filter((locale) => locale === brand.locale || brand.locales.includes(locale));
}

const MOST_WISHES = 12;

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => /^q=/i.test(parameter));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return Number.isFinite(weight) ? weight : 0;
}
