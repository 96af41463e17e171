"use client";

import { useEffect, useRef, useState } from "react";
import type { LiveAnswer } from "#lib/tracking/page/live-answer.ts";
import { agoText } from "./ago-text.ts";
import type { FreshnessLine } from "./freshness-lines.ts";
import type { Looking } from "./live-looks.ts";
import { useServerClock } from "./use-server-clock.ts";
import { useSettled } from "./use-settled.ts";

type LiveProps = {
  readonly lines: readonly FreshnessLine[];
  /** When the page was made, as an ISO instant of the server's clock. */
  readonly at: string;
  readonly words: { readonly tag: string; readonly justNow: string };
} & Looking;

/** When what looks again could not be loaded, it is tried again after this. */
const LOAD_AGAIN_MS = 30_000;

/**
 * Keeps an open page true: tells how fresh it is, and says aloud what changed. What looks again (`keepLooking`) is loaded once
 * the page has come to rest, so that nobody waits for it.
 */
export function Live({ lines, at, words, ...looking }: LiveProps) {
  const [firstVersion] = useState(looking.version);
  const data = useLooks(looking);
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

/** The last answer. Nothing is loaded while there is nothing left to see. */
function useLooks(looking: Looking): LiveAnswer | undefined {
  const isSettled = useSettled();
  const [data, setData] = useState<LiveAnswer>();
  const [tries, setTries] = useState(0);
  const present = useRef(looking);
  useEffect(() => {
    present.current = looking;
  });
  const isNeeded = isSettled && looking.nextLookMs !== null;
  useEffect(() => {
    if (!isNeeded) return;
    let end = () => clearTimeout(timer);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    import("./live-looks.ts").then(
      ({ keepLooking }) => {
        if (!isGone) end = keepLooking(() => present.current, setData);
      },
      () => {
        timer = setTimeout(() => setTries(tries + 1), LOAD_AGAIN_MS);
      },
    );
    return () => {
      isGone = true;
      end();
    };
  }, [isNeeded, tries]);
  return data;
}

type Clock = { readonly now: number; readonly words: LiveProps["words"] };

/** As the server wrote it until the page is alive, so that nothing jumps. */
function lineText(line: FreshnessLine, data: LiveAnswer | undefined, clock: Clock | null): string {
  if (clock === null) return line.text;
  const at = data?.checked.find(({ carrier }) => carrier === line.carrier)?.at ?? line.at;
  return at === null ? line.blank : line.template.replace("{ago}", agoText(at, clock.now, clock.words));
}
