import type { Db } from "#db/client.ts";
import {
  type Counted,
  holdOutSides,
  type ProductCounts,
  productCounts,
  type RowCounts,
  rowCounts,
  type Side,
  withheldProducts,
} from "#db/queries/offer-numbers.ts";
import { findRules } from "#db/queries/rules.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type RateDifference, rateDifference } from "#lib/recommend/measure/rate-difference.ts";
import { storedRecommendRules } from "./stored-rules.ts";

type SideNumbers = { readonly shoppers: number; readonly bought: number; readonly rate: number | null };

/** What a shop's recommendations came to. */
export type OfferNumbers = {
  /** The last so many days; and for how many days after an offer a purchase counts. */
  readonly days: number;
  readonly windowDays: number;
  readonly rows: RowCounts;
  readonly products: ProductCounts & { readonly withheld: readonly Counted[] };
  /**
   * Shoppers who were shown a row, and shoppers from whom one was kept at random: how many bought something of it. Only rows
   * whose window is over count. `effect` is the difference of the rates with its 95 % interval; null while a side is empty.
   */
  readonly holdOut: {
    readonly share: number;
    readonly shown: SideNumbers;
    readonly heldOut: SideNumbers;
    readonly effect: RateDifference | null;
  };
};

const DAYS = 90;

/** A merchant's numbers of the last 90 days. */
export async function offerNumbersOf(
  { db }: { readonly db: Db },
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<OfferNumbers> {
  return withTenant(db, merchantId, async (tx) => {
    const stored = await findRules(tx, { merchantId, kind: "recommend" });
    const { holdOut: share, windowDays } = storedRecommendRules(stored?.rules);
    const span = { merchantId, days: DAYS, windowDays };
    const rows = await rowCounts(tx, span);
    const products = { ...(await productCounts(tx, span)), withheld: await withheldProducts(tx, span) };
    const sides = await holdOutSides(tx, span);
    const [shown, heldOut] = [sideOf(sides, false), sideOf(sides, true)];
    const effect = rateDifference(
      { count: shown.bought, of: shown.shoppers },
      { count: heldOut.bought, of: heldOut.shoppers },
    );
    return { days: DAYS, windowDays, rows, products, holdOut: { share, shown, heldOut, effect } };
  });
}

function sideOf(sides: readonly Side[], heldOut: boolean): SideNumbers {
  const { shoppers, bought } = sides.find((side) => side.heldOut === heldOut) ?? { shoppers: 0, bought: 0 };
  return { shoppers, bought, rate: shoppers === 0 ? null : bought / shoppers };
}
