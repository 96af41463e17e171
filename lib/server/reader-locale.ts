import "server-only";
import { headers } from "next/headers";
import { type Locale, localeFrom } from "#lib/brand/locale.ts";

/** The first language of ours that the browser asks for; English when it asks for none. For pages of no shop. */
export async function readerLocale(): Promise<Locale> {
  const asked = (await headers()).get("accept-language") ?? "";
  const spoken = asked.split(",").map((wish) => localeFrom(wish.split(";")[0]));
  return spoken.find((locale) => locale !== null) ?? "en";
}
