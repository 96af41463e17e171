import type { Db } from "#db/client.ts";
import { addPageViews, type ViewsOfOrder } from "#db/queries/numbers/add-page-views.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";

/** One opening of an order's page, and what the page said. Ids only. */
export type PageView = { readonly merchantId: MerchantId; readonly orderId: OrderId; readonly state: string };

/**
 * Views that are not written yet, together by order: a page that everybody opens at once costs one row a flush, not one a view.
 * What a process has not written when it is killed is not counted.
 */
export function viewTally() {
  let open = new Map<MerchantId, Map<OrderId, ViewsOfOrder>>();
  return {
    /** Counts a view. True for the first since the last flush: whoever is told so sees to the next. */
    add({ merchantId, orderId, state }: PageView): boolean {
      const isFirst = open.size === 0;
      const shop = open.get(merchantId) ?? new Map<OrderId, ViewsOfOrder>();
      shop.set(orderId, { orderId, state, views: (shop.get(orderId)?.views ?? 0) + 1 });
      open.set(merchantId, shop);
      return isFirst;
    },
    /** Writes what was counted, a transaction a shop. Throws when one fails; its views are lost, the others' are not. */
    async flush({ db }: { readonly db: Db }): Promise<void> {
      const shops = open;
      open = new Map();
      const written = await Promise.allSettled(
        [...shops].map(([merchantId, views]) =>
          withTenant(db, merchantId, (tx) => addPageViews(tx, { merchantId, views: [...views.values()] })),
        ),
      );
      for (const one of written) if (one.status === "rejected") throw one.reason;
    },
  };
}
