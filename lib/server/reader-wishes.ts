import { type Voice, voiceOf } from "#lib/brand/languages/voice.ts";
import { chooseLocale, localeFrom, wishesOf } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { Wishes } from "#lib/use-cases/tracking/open-tracking-page.ts";

/** Our own note on a request: the language that its address asks for, for pages that are not told their address. */
export const LANGUAGE_HEADER = "x-porchlight-language";
/** The language that was chosen on a page of ours in this browser. */
export const LANGUAGE_COOKIE = "lang";

type Sent = Pick<Headers, "get">;
/** What a request says of its reader's languages. `asked`: what its address says; without one, what `proxy.ts` noted of it. */
export function readerWishes(sent: Sent, asked: string | null = null): Wishes {
  return {
    asked: asked ?? sent.get(LANGUAGE_HEADER),
    saved: cookieIn(sent.get("cookie"), LANGUAGE_COOKIE),
    browser: wishesOf(sent.get("accept-language")),
  };
}

/** In the first language that is wished for and that the shop offers, in its own words; else in the shop's language. */
export function shopVoice(brand: BrandTokens, wishes: Wishes): Voice {
  return voiceOf(chooseLocale([wishes.asked, wishes.saved, ...wishes.browser], brand), brand.words);
}

/** For pages of no shop: in the first language of ours that is wished for, in English where none is. */
export function hostVoice({ asked, saved, browser }: Wishes): Voice {
  const spoken = [asked, saved, ...browser].map(localeFrom);
  return voiceOf(spoken.find((locale) => locale !== null) ?? "en");
}

/** A cookie of a request, by its name; null where there is none. */
export function cookieIn(header: string | null, name: string): string | null {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}
