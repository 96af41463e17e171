/** The languages that the shopper's pages speak. */
export const locales = ["en", "zh-Hant-TW"] as const;
export type Locale = (typeof locales)[number];

/** The language of ours that a tag such as `en-GB`, `zh-TW` or `zh_hant` asks for; null when we do not speak it. */
export function localeFrom(tag: string | null | undefined): Locale | null {
  const language = tag?.trim().toLowerCase().replaceAll("_", "-") ?? "";
  if (/^en(-|$)/.test(language)) return "en";
  if (/^zh(-(hant|tw|hk|mo))?(-(tw|hk|mo))?$/.test(language)) return "zh-Hant-TW";
  return null;
}

/** The first wish that the brand offers; else the brand's own language. Wishes come strongest first. */
export function chooseLocale(
  wishes: readonly (string | null | undefined)[],
  brand: { readonly locale: Locale; readonly secondLocale: Locale | null },
): Locale {
  const offered = wishes
    .map(localeFrom)
    .find((wish) => wish !== null && (wish === brand.locale || wish === brand.secondLocale));
  return offered ?? brand.locale;
}
