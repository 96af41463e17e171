import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { orders, shoppers } from "#db/schema/index.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";

export type OrderForMail = {
  readonly number: string;
  readonly email: string;
  /** The language that the shopper chose on a page, and the one that the order came with. */
  readonly locales: readonly [chosen: string | null, ofOrder: string | null];
};

/** To whom a mail about an order goes, and in which language; null where its shopper is not known. Uses the primary keys. */
export async function findOrderForMail(
  tx: Tx,
  { merchantId, orderId }: { readonly merchantId: MerchantId; readonly orderId: OrderId },
): Promise<OrderForMail | null> {
  const [row] = await tx
    .select({
      number: orders.number,
      email: shoppers.email,
      chosen: shoppers.chosenLocale,
      ofOrder: shoppers.locale,
    })
    .from(orders)
    .innerJoin(shoppers, and(eq(shoppers.merchantId, orders.merchantId), eq(shoppers.id, orders.shopperId)))
    .where(and(eq(orders.merchantId, merchantId), eq(orders.id, orderId)))
    .limit(1);
  return row === undefined ? null : { number: row.number, email: row.email, locales: [row.chosen, row.ofOrder] };
}
