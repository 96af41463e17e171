import type { Db } from "#db/client.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { type KeyRing, linkToken } from "#lib/runtime/key-ring.ts";
import { ensureLink } from "./ensure-links.ts";

/**
 * The token of an order's tracking link: made at the first call, the same at every later one. Throws `not_found` when the
 * merchant has no such order and `conflict` when its link was revoked: only `reopenLink` opens another.
 */
export function issueLink(
  { db, keys }: { readonly db: Db; readonly keys: KeyRing },
  order: { readonly merchantId: MerchantId; readonly orderId: OrderId },
): Promise<{ token: string }> {
  return withTenant(db, order.merchantId, async (tx) => {
    const link = await ensureLink(tx, keys, order);
    if (link.revokedAt !== null) {
      throw new AppError("conflict", "This order's link was revoked. Reopen it to get a new one.");
    }
    return { token: linkToken(keys, link) };
  });
}
