import type { Tx } from "#db/client.ts";
import { deskCauses } from "#db/queries/desk-causes.ts";
import { endDeskItems, keepDeskItems } from "#db/queries/keep-desk-items.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { concernsOf } from "#lib/promise/concern/concerns-of.ts";

/**
 * Brings the queue to what these orders' delays, choices, requests and numbers say now. Called where one of those is written, in
 * the same transaction and after it, so that the queue is never behind; called twice, it writes nothing twice. Locks only rows
 * of the queue, which nobody holds while waiting for anything else.
 */
export async function noteDesk(
  tx: Tx,
  { merchantId, orderIds }: { readonly merchantId: MerchantId; readonly orderIds: readonly OrderId[] },
): Promise<void> {
  const causes = await deskCauses(tx, { merchantId, orderIds });
  const concerns = causes.flatMap((order) =>
    concernsOf(order).map((concern) => ({ ...concern, orderId: order.orderId, shopperId: order.shopperId })),
  );
  await keepDeskItems(tx, { merchantId, concerns });
  await endDeskItems(tx, { merchantId, orderIds, standing: concerns });
}
