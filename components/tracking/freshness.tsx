import type { Locale } from "#lib/brand/locale.ts";
import { languageTag } from "#lib/brand/words/dates.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { freshnessLines } from "./freshness-lines.ts";
import { Live, type LookAgain } from "./live.tsx";
import { readerOf } from "./reader.ts";

type FreshnessProps = {
  readonly page: TrackingPage;
  readonly locale: Locale;
  readonly token: string;
  /** The shopper's explicit wish, if any. */
  readonly language: string | null;
  readonly look: LookAgain;
};

/** When we last looked, kept true while the page is open. All words are made here, so that the browser loads none. */
export function Freshness({ page, locale, token, language, look }: FreshnessProps) {
  const reader = readerOf(page, locale);
  return (
    <Live
      lines={freshnessLines(page.freshness, page.at, reader)}
      at={page.at}
      words={{ tag: languageTag(locale), justNow: reader.say("health.justNow") }}
      token={token}
      version={page.version}
      language={language}
      nextLookMs={page.nextLookMs}
      look={look}
    />
  );
}
