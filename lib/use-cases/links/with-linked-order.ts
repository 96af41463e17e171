import type { Db, Tx } from "#db/client.ts";
import { findLinkDoor, findLinkedOrder } from "#db/queries/links.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { tokenHash } from "#lib/runtime/key-ring.ts";

export type LinkedOrder = { readonly merchantId: MerchantId; readonly orderId: OrderId };

/**
 * Runs `work` in one transaction of the merchant whose order a link leads to. Throws `not_found` for a token that was never
 * issued or was revoked.
 */
export async function withLinkedOrder<T>(
  db: Db,
  token: string,
  work: (tx: Tx, order: LinkedOrder) => Promise<T>,
): Promise<T> {
  const hash = tokenHash(token);
  const door = await findLinkDoor(db, hash);
  if (door === null) throw refusal();
  return withTenant(db, door.merchantId, async (tx) => {
    const orderId = await findLinkedOrder(tx, { ...door, tokenHash: hash });
    if (orderId === null) throw refusal();
    return work(tx, { merchantId: door.merchantId, orderId });
  });
}

function refusal(): AppError {
  return new AppError("not_found", "This link does not lead to an order.");
}
