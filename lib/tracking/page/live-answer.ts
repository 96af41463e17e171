import type { TrackingPage } from "./tracking-page.ts";

/** What an open page learns when it looks again. */
export type LiveAnswer = {
  readonly version: string;
  /** What stands on the page now, in one or two sentences, for those who hear it. */
  readonly announcement: string;
  /** When to look again; null when there is nothing left to see. */
  readonly nextLookMs: number | null;
  /** When each carrier last answered, as an ISO instant. */
  readonly checked: readonly { readonly carrier: string; readonly at: string }[];
};

/** While a carrier's answer is still on its way, looking again this soon is worth while. */
const SOON_MS = 4_000;

/** The answer to a look. `pending`: a carrier has not answered yet. */
export function liveAnswerOf(
  page: TrackingPage,
  { announcement, pending }: { readonly announcement: string; readonly pending: boolean },
): LiveAnswer {
  const { nextLookMs, version } = page;
  return {
    version,
    announcement,
    nextLookMs: nextLookMs !== null && pending ? Math.min(nextLookMs, SOON_MS) : nextLookMs,
    checked: page.freshness.flatMap(({ carrierName, checkedAt }) =>
      checkedAt === null ? [] : [{ carrier: carrierName, at: checkedAt }],
    ),
  };
}

/** For a link that leads nowhere any more: the page stays as it is and comes to rest. */
export function atRest(version: string): LiveAnswer {
  return { version, announcement: "", nextLookMs: null, checked: [] };
}
