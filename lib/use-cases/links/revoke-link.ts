import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockLinkOfOrder, revokeLinkRow } from "#db/queries/links.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { type KeyRing, linkToken, tokenHash } from "#lib/runtime/key-ring.ts";
import { ensureLink } from "./ensure-links.ts";

type Revocation = { readonly merchantId: MerchantId; readonly orderId: OrderId; readonly actor: string };

/**
 * Makes an order's link worthless at once, until `reopenLink`: the signed `/go` link finds nothing either, since whoever
 * has the one may have the other. So a link that nobody asked for yet is revoked too. `revoked` is false when it had been
 * before. Throws `not_found` when the merchant has no such order.
 */
export function revokeLink(
  { db, keys }: { readonly db: Db; readonly keys: KeyRing },
  { merchantId, orderId, actor }: Revocation,
): Promise<{ revoked: boolean }> {
  return withTenant(db, merchantId, async (tx) => {
    await ensureLink(tx, keys, { merchantId, orderId });
    const link = await lockLinkOfOrder(tx, { merchantId, orderId });
    if (link === null || link.revokedAt !== null) return { revoked: false };
    const next = { id: link.id, version: link.version + 1, keyId: keys.current.id };
    const changed = { version: next.version, keyId: next.keyId, tokenHash: tokenHash(linkToken(keys, next)) };
    await revokeLinkRow(tx, { merchantId, link, next: changed });
    await recordAudit(tx, { merchantId, actor, action: "link.revoked", subject: link.id });
    return { revoked: true };
  });
}
