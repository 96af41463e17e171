import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { orders } from "#db/schema/index.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";

export type OrderAddress = {
  readonly name: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly phone: string | null;
};

/** Where an order goes, whole. For those who proved its postcode. Uses the primary key. */
export async function findOrderAddress(
  tx: Tx,
  { merchantId, orderId }: { readonly merchantId: MerchantId; readonly orderId: OrderId },
): Promise<OrderAddress | null> {
  const [row] = await tx
    .select({
      name: orders.shipName,
      street: orders.shipStreet,
      postcode: orders.shipPostcode,
      city: orders.shipCity,
      country: orders.shipCountry,
      phone: orders.shipPhone,
    })
    .from(orders)
    .where(and(eq(orders.merchantId, merchantId), eq(orders.id, orderId)))
    .limit(1);
  return row ?? null;
}
