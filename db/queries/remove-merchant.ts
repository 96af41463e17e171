import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  accountIndex,
  accountPauses,
  callBudgets,
  dueShipments,
  hostIndex,
  linkIndex,
  memberIndex,
  merchants,
  orders,
  products,
  returns,
  reviews,
  shoppers,
  slugIndex,
  subscriptions,
  touchedDays,
} from "#db/schema/index.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** First what points at others; the rest, ledgers included, goes by cascade. */
const inOrder = [
  linkIndex,
  hostIndex,
  accountIndex,
  accountPauses,
  callBudgets,
  dueShipments,
  memberIndex,
  slugIndex,
  returns,
  reviews,
  subscriptions,
  orders,
  shoppers,
  products,
  // Last: what goes before leaves notes in it.
  touchedDays,
];

/** Removes a merchant with everything that belongs to it, doors included, in one transaction. */
export async function removeMerchant(db: Db, { merchantId }: { readonly merchantId: MerchantId }): Promise<void> {
  await withTenant(db, merchantId, async (tx) => {
    for (const table of inOrder) await tx.delete(table).where(eq(table.merchantId, merchantId));
    await tx.delete(merchants).where(eq(merchants.id, merchantId));
  });
}
