import "server-only";
import { headers } from "next/headers";
import { type DeskVoice, deskVoice } from "#lib/desk/desk-voice.ts";
import { readerWishes } from "./reader-wishes.ts";

/** In whose language the desk answers a request. */
export function deskVoiceOf(sent: Pick<Headers, "get">): DeskVoice {
  const { asked, saved, browser } = readerWishes(sent);
  return deskVoice([asked, saved, ...browser]);
}

/** For the desk's pages. */
export async function deskReader(): Promise<DeskVoice> {
  return deskVoiceOf(await headers());
}
