import type { Db } from "#db/client.ts";
import { findOrderIdByNumber } from "#db/queries/links.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { orderNumberKey } from "#lib/orders/order-number.ts";

/** The order that people call by this number, with or without `#`; null when the merchant has none. */
export function findOrderByNumber(
  { db }: { readonly db: Db },
  { merchantId, orderNumber }: { readonly merchantId: MerchantId; readonly orderNumber: string },
): Promise<OrderId | null> {
  return withTenant(db, merchantId, (tx) =>
    findOrderIdByNumber(tx, { merchantId, numberKey: orderNumberKey(orderNumber) }),
  );
}
