import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { accountIndex, dueShipments, hostIndex, linkIndex, merchants, slugIndex } from "#db/schema/index.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

const doors = [linkIndex, hostIndex, accountIndex, dueShipments, slugIndex];

/** Removes a merchant with everything that belongs to it, doors included, in one transaction. */
export async function removeMerchant(db: Db, { merchantId }: { readonly merchantId: MerchantId }): Promise<void> {
  await withTenant(db, merchantId, async (tx) => {
    for (const door of doors) await tx.delete(door).where(eq(door.merchantId, merchantId));
    await tx.delete(merchants).where(eq(merchants.id, merchantId));
  });
}
