import "server-only";
import { headers } from "next/headers";
import { type Locale, localeFrom } from "#lib/brand/locale.ts";

/** The first language of ours that the browser asks for; English when it asks for none. For pages of no shop. */
export async function readerLocale(): Promise<Locale> {
  return localeAskedBy(await headers());
}

/** The same for a request that is not rendered by Next. */
export function localeAskedBy(headers: Pick<Headers, "get">): Locale {
  const asked = headers.get("accept-language") ?? "";
  const spoken = asked.split(",").map((wish) => localeFrom(wish.split(";")[0]));
  return spoken.find((locale) => locale !== null) ?? "en";
}
