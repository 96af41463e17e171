import type { Tx } from "#db/client.ts";
import { holdOrder, insertLinks, type LinkRow, linksOfOrders } from "#db/queries/links.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { type MerchantId, newId, type OrderId } from "#lib/kernel/ids.ts";
import { type KeyRing, linkToken, tokenHash } from "#lib/runtime/key-ring.ts";

/**
 * The link rows of these orders, made where there was none. Two processes at once end with the same row: the second
 * one's insert waits for the first and does nothing.
 */
export async function ensureLinks(
  tx: Tx,
  keys: KeyRing,
  { merchantId, orderIds }: { readonly merchantId: MerchantId; readonly orderIds: readonly OrderId[] },
): Promise<Map<OrderId, LinkRow>> {
  const present = byOrder(await linksOfOrders(tx, { merchantId, orderIds }));
  const missing = orderIds.filter((orderId) => !present.has(orderId));
  if (missing.length === 0) return present;
  await insertLinks(tx, { merchantId, links: missing.map((orderId) => newLink(keys, orderId)) });
  return byOrder(await linksOfOrders(tx, { merchantId, orderIds }));
}

/** The link row of one order, made where there was none. Throws `not_found` when the merchant has no such order. */
export async function ensureLink(
  tx: Tx,
  keys: KeyRing,
  { merchantId, orderId }: { readonly merchantId: MerchantId; readonly orderId: OrderId },
): Promise<LinkRow> {
  const [present] = await linksOfOrders(tx, { merchantId, orderIds: [orderId] });
  if (present !== undefined) return present;
  const isThere = await holdOrder(tx, { merchantId, orderId });
  const made = isThere ? (await ensureLinks(tx, keys, { merchantId, orderIds: [orderId] })).get(orderId) : undefined;
  if (made === undefined) throw new AppError("not_found", "There is no such order.");
  return made;
}

function newLink(keys: KeyRing, orderId: OrderId): Omit<LinkRow, "revokedAt"> {
  const link = { id: newId(), version: 1, keyId: keys.current.id };
  return { ...link, orderId, tokenHash: tokenHash(linkToken(keys, link)) };
}

function byOrder(rows: readonly LinkRow[]): Map<OrderId, LinkRow> {
  return new Map(rows.map((row) => [row.orderId, row]));
}
