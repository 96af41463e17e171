"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

type Progress = {
  readonly state: string;
  readonly progress: number;
  readonly isTaken: boolean;
  readonly isStalled: boolean;
};

type UploadProgressProps = {
  /** Where the progress is asked for, and the page that shows it. */
  readonly source: string;
  readonly page: string;
  readonly start: Progress;
  /** Has a run that is stuck begun anew; `kind` where it is the check. */
  readonly again: { readonly action: string; readonly kind?: string };
  readonly words: {
    readonly heading: string;
    readonly text: string;
    readonly waiting: string;
    readonly stalled: string;
    readonly again: string;
    readonly reload: string;
  };
};

const EVERY_MS = 800;

/** How far a worker is with a file. Looks again by itself; without script, by a link. */
export function UploadProgress({ source, page, start, again, words }: UploadProgressProps) {
  const now = useProgress(source, start);
  return (
    <section className="stage" aria-labelledby="now">
      <h2 id="now" className="stage-heading">
        {now.isTaken ? words.heading : words.waiting}
      </h2>
      <progress className="share-bar" max={1} {...(now.isTaken ? { value: now.progress } : {})} aria-labelledby="now" />
      <p className="quiet">{words.text}</p>
      <noscript>
        <a className="button button-quiet" href={page}>
          {words.reload}
        </a>
      </noscript>
      {now.isStalled && (
        <form className="stage-ways" method="post" action={again.action}>
          {again.kind !== undefined && <input type="hidden" name="kind" value={again.kind} />}
          <p role="status">{words.stalled}</p>
          <button type="submit" className="button button-quiet">
            {words.again}
          </button>
        </form>
      )}
    </section>
  );
}

/** Asks until the state is another one, then has the page made anew. A look that fails is made again. */
function useProgress(source: string, start: Progress): Progress {
  const [now, setNow] = useState(start);
  const router = useRouter();
  const { state } = start;
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      try {
        const response = await fetch(source, { signal: stop.signal });
        const seen = response.ok ? ((await response.json()) as Progress) : null;
        if (seen !== null && seen.state !== state) return router.refresh();
        if (seen !== null) setNow(seen);
      } catch {
        // The next look may get through.
      }
      if (!stop.signal.aborted) timer = setTimeout(() => void look(), EVERY_MS);
    };
    timer = setTimeout(() => void look(), EVERY_MS / 2);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [source, state, router]);
  return now;
}
