"use server";

import { refresh } from "next/cache";
import { AppError } from "#lib/kernel/app-error.ts";
import { trackingDeps } from "#lib/server/context.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { orderIdFrom } from "#lib/server/order-path.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";
import { checkOrder } from "#lib/use-cases/tracking/check-order.ts";

/** Asks the carriers about an order's parcels at once, and says what came of it, a sentence a parcel. */
export async function checkNow(slug: string, order: string): Promise<readonly string[]> {
  const { merchant } = await requireMember(String(slug), "/admin/shops/[merchant]/orders/[order]");
  const { say } = await deskReader();
  const orderId = orderIdFrom(String(order));
  if (orderId === null) return [say("orders.gone")];
  try {
    const checked = await checkOrder(trackingDeps(), { merchantId: merchant.id, orderId });
    refresh();
    if (checked.length === 0) return [say("orders.check.nothing")];
    return checked.map(({ outcome, carrier, ...more }) =>
      say(`orders.check.${outcome}`, { carrier: carrierName(carrier), ...more }),
    );
  } catch (error) {
    if (error instanceof AppError && error.code === "limit") return [say("orders.check.limited")];
    throw error;
  }
}
