import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { delays } from "#db/schema/index.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";

/**
 * Notes the first look at the open delays of an order, by the database's clock: who was not told before is told with it. Uses
 * `delays_once`.
 */
export async function noteDelaysViewed(
  tx: Tx,
  { merchantId, orderId }: { readonly merchantId: MerchantId; readonly orderId: OrderId },
): Promise<void> {
  await tx
    .update(delays)
    .set({ viewedAt: sql`now()`, toldAt: sql`coalesce(${delays.toldAt}, now())` })
    .where(
      and(
        eq(delays.merchantId, merchantId),
        eq(delays.orderId, orderId),
        isNull(delays.viewedAt),
        isNull(delays.solvedAt),
      ),
    );
}
