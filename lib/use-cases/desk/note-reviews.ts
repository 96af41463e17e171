import type { Tx } from "#db/client.ts";
import { badReviewsSince } from "#db/queries/desk-causes.ts";
import { type ConcernToKeep, keepDeskItems } from "#db/queries/keep-desk-items.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { attendBy } from "#lib/promise/concern/attend-by.ts";

/** An older one is of the shop's past: nobody waits for a call any more. */
const DAYS = 14;
const MOST = 1_000;

/** Puts new reviews of one and two stars into the queue: a person gets in touch (product rule 12). */
export async function noteReviews(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<void> {
  const reviews = await badReviewsSince(tx, { merchantId, days: DAYS, limit: MOST });
  const concerns = reviews.map(({ id, orderId, shopperId, tier, rating, sinceMs }): ConcernToKeep => {
    const severity = rating === 1 ? 2 : 1;
    const attendByMs = attendBy({ severity, sinceMs, tier, dueMs: null, neededMs: null });
    return {
      ...{ subjectId: id, topic: "voice", kind: "review", orderId, shopperId, shipmentId: null },
      ...{ severity, sinceMs, attendByMs, facts: { rating } },
    };
  });
  await keepDeskItems(tx, { merchantId, concerns });
}
