import "server-only";
import { headers } from "next/headers";
import type { Voice } from "#lib/brand/languages/voice.ts";
import { hostVoice, readerWishes } from "./reader-wishes.ts";

/** For pages of no shop, which are not told their address. `proxy.ts` notes the language that it asks for. */
export async function readerVoice(): Promise<Voice> {
  return hostVoice(readerWishes(await headers()));
}
