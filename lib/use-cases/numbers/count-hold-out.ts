import type { Db } from "#db/client.ts";
import { allowMinutes, saveHoldOut } from "#db/queries/numbers/hold-out.ts";
import { holdOutSides } from "#db/queries/offer-numbers.ts";
import { findRules } from "#db/queries/rules.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { storedRecommendRules } from "#lib/use-cases/recommend/stored-rules.ts";

/** Rows of so many days are compared, whatever span the desk shows: fewer would say nothing. */
const HOLD_OUT_DAYS = 90;

/**
 * Counts who bought, with and without a row, and keeps it as of today: each shopper counts once in 90 days, so it cannot be added
 * up from days, and takes minutes in a very large shop.
 */
export async function countHoldOut(
  { db }: { readonly db: Db },
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<void> {
  await withTenant(db, merchantId, async (tx) => {
    const stored = await findRules(tx, { merchantId, kind: "recommend" });
    const { windowDays } = storedRecommendRules(stored?.rules);
    await allowMinutes(tx);
    const sides = await holdOutSides(tx, { merchantId, days: HOLD_OUT_DAYS, windowDays });
    await saveHoldOut(tx, { merchantId, windowDays, sides });
  });
}
