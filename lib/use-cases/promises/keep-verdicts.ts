import type { Tx } from "#db/client.ts";
import { saveExpectations } from "#db/queries/expectations.ts";
import { saveWords } from "#db/queries/ledger.ts";
import type { MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import { type DelayChange, keepDelays } from "./keep-delays.ts";
import type { ShopJudge } from "./shop-judge.ts";
import { isNews, type Verdict } from "./verdict-of.ts";

type Input = {
  readonly merchantId: MerchantId;
  readonly shop: ShopJudge;
  readonly verdicts: readonly Verdict[];
};

/**
 * Writes what verdicts changed: beliefs, words of the ledger, delays, notices and gestures, in the caller's transaction.
 * Returns the parcels of which a page shows something else now.
 */
export async function keepVerdicts(tx: Tx, input: Input): Promise<readonly ShipmentId[]> {
  const { merchantId, shop } = input;
  const { nowMs } = shop.judge;
  const news = input.verdicts.filter(isNews);
  if (news.length === 0) return [];
  await saveExpectations(tx, {
    ...{ merchantId, nowMs },
    parcels: news.flatMap(({ parcel, expectation }) => (expectation === null ? [] : [{ ...parcel, expectation }])),
  });
  await saveWords(tx, {
    merchantId,
    words: news.flatMap(({ parcel, words }) => words.map((word) => ({ ...parcel, word }))),
  });
  const changes = news.flatMap(({ parcel: { orderId, shipmentId, delay: stored }, delay, record }): DelayChange[] =>
    record === null ? [] : [{ orderId, shipmentId, stored, delay, record }],
  );
  await keepDelays(tx, { merchantId, shop, changes });
  return news.map(({ parcel }) => parcel.shipmentId);
}
