import { type Query, queryOptions } from "@tanstack/react-query";
import type { LiveAnswer } from "#lib/tracking/page/live-answer.ts";

type Look = {
  readonly key: string;
  readonly look: () => Promise<LiveAnswer>;
  /** From the page as it was rendered; null: never look. */
  readonly nextLookMs: number | null;
  /** The page is told of news as they come: then it looks by itself to have carriers asked, and in case one got lost. */
  readonly isTold: () => boolean;
};

const RETRIES = 2;
const FIRST_RETRY_MS = 2_000;
const LONGEST_PAUSE_MS = 30 * 60_000;

/**
 * When an open page looks again: as often as the last answer said, at once when somebody comes back to it after that time,
 * never in a hidden tab, never again once there is nothing left to see. At half the pace while news are told, and after a look
 * that failed and was tried twice more; the page stays as it was.
 */
export function lookOptions({ key, look, nextLookMs, isTold }: Look) {
  const pauseOf = (query: Query<LiveAnswer, Error, LiveAnswer, string[]>) =>
    pauseAfter(query.state, nextLookMs, isTold());
  return queryOptions({
    queryKey: ["look", key],
    queryFn: look,
    enabled: nextLookMs !== null,
    staleTime: (query) => pauseOf(query) ?? Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchInterval: (query) => pauseOf(query) ?? false,
    refetchIntervalInBackground: false,
    retry: RETRIES,
    retryDelay: (attempt) => FIRST_RETRY_MS * 2 ** attempt,
  });
}

function pauseAfter(
  { data, status }: { readonly data: LiveAnswer | undefined; readonly status: string },
  rendered: number | null,
  isTold: boolean,
): number | null {
  const pause = data === undefined ? rendered : data.nextLookMs;
  const isSlow = isTold || status === "error";
  return pause === null || !isSlow ? pause : Math.min(pause * 2, LONGEST_PAUSE_MS);
}
