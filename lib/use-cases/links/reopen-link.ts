import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockLinkOfOrder, reopenLinkRow } from "#db/queries/links.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { type KeyRing, linkToken } from "#lib/runtime/key-ring.ts";
import { ensureLink } from "./ensure-links.ts";

type Reopening = { readonly merchantId: MerchantId; readonly orderId: OrderId; readonly actor: string };

/**
 * Gives an order whose link was revoked a new one, and the signed `/go` link leads to it again; the revoked token stays
 * dead. A link that was not revoked is returned as it is, `reopened` false. Throws `not_found` for an unknown order.
 */
export function reopenLink(
  { db, keys }: { readonly db: Db; readonly keys: KeyRing },
  { merchantId, orderId, actor }: Reopening,
): Promise<{ token: string; reopened: boolean }> {
  return withTenant(db, merchantId, async (tx) => {
    const made = await ensureLink(tx, keys, { merchantId, orderId });
    const link = (await lockLinkOfOrder(tx, { merchantId, orderId })) ?? made;
    const token = linkToken(keys, link);
    if (link.revokedAt === null) return { token, reopened: false };
    await reopenLinkRow(tx, { merchantId, link });
    await recordAudit(tx, { merchantId, actor, action: "link.reopened", subject: link.id });
    return { token, reopened: true };
  });
}
