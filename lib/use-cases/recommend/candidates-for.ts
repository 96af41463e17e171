import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId, ShopperId } from "#lib/kernel/ids.ts";
import type { Candidate } from "#lib/recommend/gate/facts.ts";

/** What comes into question for a shopper and the order that is looked at, best first. */
export async function candidatesFor(
  _tx: Tx,
  _asked: {
    readonly merchantId: MerchantId;
    readonly shopperId: ShopperId;
    readonly orderId: OrderId;
    readonly count: number;
  },
): Promise<readonly Candidate[]> {
  return [];
}
