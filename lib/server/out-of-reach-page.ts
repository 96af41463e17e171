import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import type { NextLook } from "./next-look.ts";
import { plainPage } from "./plain-page.ts";

/** The whole page for the time when the database is away, as HTML. It looks again by itself for a while. */
export function outOfReachPage(input: {
  readonly voice: Voice;
  readonly nonce: string;
  readonly look: NextLook;
}): string {
  const { voice, nonce, look } = input;
  const { say } = voice;
  const heading = say("outOfReach.heading");
  const page = { voice, brand: fallbackBrand, nonce, title: heading, heading };
  if (look.seconds === null) {
    const lines = [say("outOfReach.text"), say("outOfReach.stopped")];
    return plainPage({ ...page, lines, link: { href: look.href, text: say("lookAgain") } });
  }
  const refresh = { seconds: look.seconds, href: look.href };
  return plainPage({ ...page, lines: [say("outOfReach.text"), say("outOfReach.fallback")], refresh });
}

/** The answer to a form that came while the database was away: nothing was done, and the way back. */
export function formOutOfReachPage(input: {
  readonly voice: Voice;
  readonly nonce: string;
  readonly back: string;
}): string {
  const { voice, nonce, back } = input;
  const { say } = voice;
  const heading = say("outOfReach.heading");
  const lines = [say("outOfReach.form")];
  return plainPage({
    ...{ voice, brand: fallbackBrand, nonce, title: heading, heading, lines },
    link: { href: back, text: say("lookAgain") },
  });
}
