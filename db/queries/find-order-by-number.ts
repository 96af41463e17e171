import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { orders } from "#db/schema/index.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { orderNumberKey } from "#lib/orders/order-number.ts";

/** The order with this number, however it is written ("#1001", "1001"), or null. Index: orders_by_number. */
export async function findOrderByNumber(
  tx: Tx,
  { merchantId, number }: { readonly merchantId: MerchantId; readonly number: string },
): Promise<{ readonly id: OrderId; readonly number: string } | null> {
  const [order] = await tx
    .select({ id: orders.id, number: orders.number })
    .from(orders)
    .where(and(eq(orders.merchantId, merchantId), eq(orders.numberKey, orderNumberKey(number))))
    .limit(1);
  return order ?? null;
}
