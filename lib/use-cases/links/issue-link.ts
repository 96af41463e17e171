import type { Db } from "#db/client.ts";
import { reopenLink } from "#db/queries/links.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { type KeyRing, linkToken } from "#lib/runtime/key-ring.ts";
import { ensureLinks } from "./ensure-links.ts";

/**
 * The token of an order's tracking link: made at the first call, the same at every later one. After `revokeLink` the
 * token is a new one. Throws `not_found` when the merchant has no such order.
 */
export function issueLink(
  { db, keys }: { readonly db: Db; readonly keys: KeyRing },
  { merchantId, orderId }: { readonly merchantId: MerchantId; readonly orderId: OrderId },
): Promise<{ token: string }> {
  return withTenant(db, merchantId, async (tx) => {
    const link = (await ensureLinks(tx, keys, { merchantId, orderIds: [orderId] })).get(orderId);
    if (link === undefined) throw new AppError("not_found", "There is no such order.");
    if (link.revokedAt !== null) await reopenLink(tx, { merchantId, link });
    return { token: linkToken(keys, link) };
  });
}
