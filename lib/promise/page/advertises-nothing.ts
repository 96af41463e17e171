import { hidesRecommendations } from "#lib/promise/apology/apology-of.ts";
import { isTrouble } from "#lib/tracking/page/answer-rank.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import type { PageNotice } from "./page-notice.ts";

/**
 * Whether nothing may be sold on a page as it stands: it is in trouble, which the answer tells first, or something is
 * apologised for (product rule 7).
 */
export function advertisesNothing(page: TrackingPage, notices: readonly PageNotice[]): boolean {
  const hasTrouble = isTrouble(page.answer);
  return hasTrouble || notices.some(({ notice }) => hidesRecommendations(notice, hasTrouble));
}
