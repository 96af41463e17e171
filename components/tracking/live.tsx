"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { LiveAnswer } from "#lib/tracking/page/live-answer.ts";
import { agoText } from "./ago-text.ts";
import type { FreshnessLine } from "./freshness-lines.ts";
import type { LiveLooksProps } from "./live-looks.tsx";
import { useServerClock } from "./use-server-clock.ts";
import { useSettled } from "./use-settled.ts";

type LiveProps = {
  readonly lines: readonly FreshnessLine[];
  /** When the page was made, as an ISO instant of the server's clock. */
  readonly at: string;
  readonly words: { readonly tag: string; readonly justNow: string };
} & Omit<LiveLooksProps, "onAnswer">;

/** When what looks again could not be loaded, it is tried again after this. */
const LOAD_AGAIN_MS = 30_000;

/**
 * Keeps an open page true: tells how fresh it is, and says aloud what changed. What looks again (`LiveLooks`) is loaded once the
 * page has come to rest, so that nobody waits for it.
 */
export function Live({ lines, at, words, ...looking }: LiveProps) {
  const { version } = looking;
  const [firstVersion] = useState(version);
  const [data, setData] = useState<LiveAnswer>();
  const Looks = useLooks(looking.nextLookMs !== null);
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
      {Looks !== null && <Looks {...looking} onAnswer={setData} />}
    </>
  );
}

/** Nothing is loaded while there is nothing left to see. */
function useLooks(isNeeded: boolean): ComponentType<LiveLooksProps> | null {
  const isSettled = useSettled();
  const [tries, setTries] = useState(0);
  const [Looks, setLooks] = useState<ComponentType<LiveLooksProps> | null>(null);
  useEffect(() => {
    if (!isSettled || !isNeeded) return;
    import("./live-looks.tsx").then(
      ({ LiveLooks }) => setLooks(() => LiveLooks),
      () => setTimeout(() => setTries(tries + 1), LOAD_AGAIN_MS),
    );
  }, [isSettled, isNeeded, tries]);
  return Looks;
}

type Clock = { readonly now: number; readonly words: LiveProps["words"] };

/** As the server wrote it until the page is alive, so that nothing jumps. */
function lineText(line: FreshnessLine, data: LiveAnswer | undefined, clock: Clock | null): string {
  if (clock === null) return line.text;
  const at = data?.checked.find(({ carrier }) => carrier === line.carrier)?.at ?? line.at;
  return at === null ? line.blank : line.template.replace("{ago}", agoText(at, clock.now, clock.words));
}
