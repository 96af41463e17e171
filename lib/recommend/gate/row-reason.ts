import { assertNever } from "#lib/kernel/assert-never.ts";
import type { GateInput, OrderFacts, Timing } from "./facts.ts";
import type { RowReason } from "./reasons.ts";

/** One or two stars. */
export const BAD_RATING = 2;
/** For so many days after a bad review nothing at all is offered. */
const BAD_REVIEW_DAYS = 90;

/** Why nothing is shown to this shopper on this order's page; null when the products decide one by one. */
export function rowReason({ shopper, order, rules }: GateInput): RowReason | null {
  if (rules.timing.kind === "off") return "off";
  if (!shopper.consents) return "no_consent";
  if (shopper.openProblem) return "open_problem";
  const isBadAndRecent = (review: { rating: number; daysAgo: number }) =>
    review.rating <= BAD_RATING && review.daysAgo <= BAD_REVIEW_DAYS;
  if (shopper.reviews.some(isBadAndRecent)) return "bad_review";
  return timingReason(rules.timing, order) ?? (shopper.heldOut ? "hold_out" : null);
}

function timingReason(timing: Timing, { deliveredDaysAgo }: OrderFacts): RowReason | null {
  switch (timing.kind) {
    case "off":
      return "off";
    case "unless_problem":
      return null;
    case "after_delivery":
      if (deliveredDaysAgo === null) return "not_delivered";
      return deliveredDaysAgo < timing.days ? "too_soon" : null;
    default:
      return assertNever(timing);
  }
}
