import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { orders, shoppers, trackingLinks } from "#db/schema/index.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";

export type OrderToProve = {
  readonly id: OrderId;
  readonly email: string | null;
  readonly postcode: string | null;
  readonly country: string | null;
  readonly revokedAt: string | null;
};

/**
 * The order with one of these number keys, the last one first, with what proves whose it is and whether its link was
 * revoked; or null. Index: orders_by_number, then primary keys and `tracking_links_by_order`.
 */
export async function findOrderToProve(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly numberKeys: readonly [string, string] },
): Promise<OrderToProve | null> {
  const { merchantId, numberKeys } = input;
  const [order] = await tx
    .select({
      id: orders.id,
      email: shoppers.email,
      postcode: orders.shipPostcode,
      country: orders.shipCountry,
      revokedAt: trackingLinks.revokedAt,
    })
    .from(orders)
    .leftJoin(shoppers, and(eq(shoppers.merchantId, orders.merchantId), eq(shoppers.id, orders.shopperId)))
    .leftJoin(trackingLinks, and(eq(trackingLinks.merchantId, orders.merchantId), eq(trackingLinks.orderId, orders.id)))
    .where(and(eq(orders.merchantId, merchantId), inArray(orders.numberKey, [...numberKeys])))
    .orderBy(desc(eq(orders.numberKey, numberKeys[1])))
    .limit(1);
  return order ?? null;
}
