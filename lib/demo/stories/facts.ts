import type { ConsentDraft, LoyaltyDraft, ReviewDraft, SubscriptionDraft } from "#lib/orders/drafts.ts";
import type { Moment, When } from "./when.ts";

type Words = { readonly title: string | null; readonly body: string };
type Consent = readonly [channel: ConsentDraft["channel"], purpose: ConsentDraft["purpose"], granted: boolean];
type Rhythm = readonly [count: number, unit: SubscriptionDraft["intervalUnit"]];
type Span = { readonly status: SubscriptionDraft["status"]; readonly started: number; readonly next: number | null };

/** Short ways to write down what a shop knows of one shopper besides their orders. Days count from today. */
export function factsOf(email: string, when: When) {
  return {
    review: (sku: string, rating: number, moment: Moment, words: Words): ReviewDraft => ({
      kind: "review",
      email,
      sku,
      rating,
      ...words,
      reviewedAt: when.at(...moment),
    }),
    subscription: (sku: string, [intervalCount, intervalUnit]: Rhythm, span: Span): SubscriptionDraft => ({
      kind: "subscription",
      email,
      sku,
      intervalCount,
      intervalUnit,
      status: span.status,
      startedOn: when.day(span.started),
      nextOn: span.next === null ? null : when.day(span.next),
    }),
    loyalty: (
      tier: string | null,
      ...lots: readonly (readonly [points: number, expires: number | null])[]
    ): LoyaltyDraft => ({
      kind: "loyalty",
      email,
      tier,
      lots: lots.map(([points, expires]) => ({ points, expiresOn: expires === null ? null : when.day(expires) })),
    }),
    consent: ([channel, purpose, granted]: Consent, source: string, moment: Moment): ConsentDraft => ({
      kind: "consent",
      email,
      channel,
      purpose,
      granted,
      source,
      recordedAt: when.at(...moment),
    }),
  };
}
