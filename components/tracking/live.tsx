"use client";

import { QueryClient, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { LiveAnswer } from "#lib/tracking/page/live-answer.ts";
import { agoText } from "./ago-text.ts";
import type { FreshnessLine } from "./freshness-lines.ts";
import { lookOptions } from "./look-options.ts";
import { useServerClock } from "./use-server-clock.ts";
import { useSettled } from "./use-settled.ts";

/** The server action that looks again, handed in by the page: components know no server. */
export type LookAgain = (
  token: string,
  seen: { readonly version: string; readonly language: string | null },
) => Promise<LiveAnswer>;

type LiveProps = {
  readonly lines: readonly FreshnessLine[];
  /** When the page was made, as an ISO instant of the server's clock. */
  readonly at: string;
  readonly words: { readonly tag: string; readonly justNow: string };
  readonly token: string;
  readonly version: string;
  readonly language: string | null;
  readonly nextLookMs: number | null;
  readonly look: LookAgain;
};

/**
 * Keeps an open page true: looks again as often as there may be news, tells how fresh it is, and says aloud what changed. The
 * new page itself comes with the action's own response. Next runs the actions of one client one after another, so a look may
 * take seconds: whatever else a shopper does on this page is a plain link or a plain form post, never an action.
 */
export function Live({ lines, at, words, token, version, language, nextLookMs, look }: LiveProps) {
  const client = useQueryClientOfOwn();
  const [firstVersion] = useState(version);
  const isReady = useSettled();
  const { data } = useQuery(
    lookOptions({ key: token, look: () => look(token, { version, language }), nextLookMs, isReady }),
    client,
  );
  const now = useServerClock(at);
  return (
    <>
      {lines.length > 0 && (
        <p className="answer-quiet answer-fresh">
          {lines.map((line) => (
            <span key={line.carrier}>{lineText(line, data, now === null ? null : { now, words })} </span>
          ))}
        </p>
      )}
      <p role="status" aria-live="polite" className="sr-only">
        {data !== undefined && data.version !== firstVersion ? data.announcement : ""}
      </p>
    </>
  );
}

/** One that notices when somebody comes back to the tab or the network returns; a provider would only serve more queries. */
function useQueryClientOfOwn(): QueryClient {
  const [client] = useState(() => new QueryClient());
  useEffect(() => {
    client.mount();
    return () => client.unmount();
  }, [client]);
  return client;
}

type Clock = { readonly now: number; readonly words: LiveProps["words"] };

/** As the server wrote it until the page is alive, so that nothing jumps. */
function lineText(line: FreshnessLine, data: LiveAnswer | undefined, clock: Clock | null): string {
  if (clock === null) return line.text;
  const at = data?.checked.find(({ carrier }) => carrier === line.carrier)?.at ?? line.at;
  return at === null ? line.blank : line.template.replace("{ago}", agoText(at, clock.now, clock.words));
}
