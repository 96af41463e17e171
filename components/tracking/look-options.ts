import { type Query, queryOptions } from "@tanstack/react-query";
import type { LiveAnswer } from "#lib/tracking/page/live-answer.ts";

type Look = {
  readonly key: string;
  readonly look: () => Promise<LiveAnswer>;
  /** From the page as it was rendered; null: never look. */
  readonly nextLookMs: number | null;
  /** The page has come to rest after loading, and somebody sees it. */
  readonly isReady: boolean;
};

const RETRIES = 2;
const FIRST_RETRY_MS = 2_000;
const LONGEST_PAUSE_MS = 30 * 60_000;

/**
 * When an open page looks again: as often as the last answer said, at once when somebody comes back to it after that time,
 * never in a hidden tab, never again once there is nothing left to see. A look that failed is tried twice more, then at half
 * the pace; the page stays as it was.
 */
export function lookOptions({ key, look, nextLookMs, isReady }: Look) {
  const pauseOf = (query: Query<LiveAnswer, Error, LiveAnswer, string[]>) => pauseAfter(query.state, nextLookMs);
  return queryOptions({
    queryKey: ["look", key],
    queryFn: look,
    enabled: isReady && nextLookMs !== null,
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
): number | null {
  const pause = data === undefined ? rendered : data.nextLookMs;
  return pause === null || status !== "error" ? pause : Math.min(pause * 2, LONGEST_PAUSE_MS);
}
