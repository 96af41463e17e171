import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { freshnessLines } from "./freshness-lines.ts";
import { Live } from "./live.tsx";
import type { LookAgain } from "./live-looks.ts";
import type { Reader } from "./reader.ts";

type FreshnessProps = {
  readonly page: TrackingPage;
  readonly reader: Reader;
  readonly token: string;
  /** The shopper's explicit wish, if any. */
  readonly language: string | null;
  readonly look: LookAgain;
};

/** When we last looked, kept true while the page is open. All words are made here, so that the browser loads none. */
export function Freshness({ page, reader, token, language, look }: FreshnessProps) {
  return (
    <Live
      lines={freshnessLines(page.freshness, page.at, reader)}
      at={page.at}
      words={{ tag: reader.language.habits.intl, justNow: reader.say("health.justNow") }}
      token={token}
      version={page.version}
      language={language}
      nextLookMs={page.nextLookMs}
      look={look}
    />
  );
}
