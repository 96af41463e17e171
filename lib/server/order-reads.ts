import "server-only";
import { Temporal } from "temporal-polyfill";
import { rawWordsOfOrder } from "#db/queries/desk-order.ts";
import type { Merchant } from "#db/queries/merchants.ts";
import { carriersInUse } from "#db/queries/order-marks.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { listOrders, type OrderList } from "#lib/use-cases/orders/list-orders.ts";
import { type ListQuery, wantedOf } from "#lib/use-cases/orders/read-list-query.ts";
import { context } from "./context.ts";

/** So many stand on one page of the list. */
const ON_A_PAGE = 50;

/** A page of the shop's orders, as the list's address asks for it. */
export function shopOrders({ id, zone }: Merchant, query: ListQuery): Promise<OrderList> {
  const wanted = wantedOf(query, { now: Temporal.Now.instant(), zone });
  const { text, before, sort } = query;
  return listOrders(context(), { merchantId: id, text, wanted, before, sort, limit: ON_A_PAGE });
}

export function shopCarriers(merchantId: MerchantId): Promise<readonly string[]> {
  return withTenant(context().db, merchantId, (tx) => carriersInUse(tx, { merchantId }));
}

/** What carriers sent about an order's parcels; null where the shop has no such order. */
export function shopRawWords(merchantId: MerchantId, orderId: OrderId) {
  return withTenant(context().db, merchantId, (tx) => rawWordsOfOrder(tx, { merchantId, orderId }));
}
