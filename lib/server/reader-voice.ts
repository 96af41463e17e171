import "server-only";
import { headers } from "next/headers";
import { type Voice, voiceOf } from "#lib/brand/languages/voice.ts";
import { localeFrom, wishesOf } from "#lib/brand/locale.ts";

/** In the first language of ours that the browser asks for; in English when it asks for none. For pages of no shop. */
export async function readerVoice(): Promise<Voice> {
  return voiceAskedBy(await headers());
}

/** The same for a request that is not rendered by Next. */
export function voiceAskedBy(headers: Pick<Headers, "get">): Voice {
  const spoken = wishesOf(headers.get("accept-language")).map(localeFrom);
  return voiceOf(spoken.find((locale) => locale !== null) ?? "en");
}
