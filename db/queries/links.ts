import { and, asc, desc, eq, gt, inArray, lt, lte, or, sql } from "drizzle-orm";
import { type Db, driverOf, type Tx } from "#db/client.ts";
import { linkIndex, orders, shoppers, trackingLinks } from "#db/schema/index.ts";
import { ask, statement } from "#db/statement.ts";
import type { MerchantId, OrderId, TrackingLinkId } from "#lib/kernel/ids.ts";

export type LinkRow = {
  readonly id: TrackingLinkId;
  readonly orderId: OrderId;
  readonly version: number;
  readonly keyId: string;
  readonly tokenHash: string;
  readonly revokedAt: string | null;
};

const linkColumns = {
  id: trackingLinks.id,
  orderId: trackingLinks.orderId,
  version: trackingLinks.version,
  keyId: trackingLinks.keyId,
  tokenHash: trackingLinks.tokenHash,
  revokedAt: trackingLinks.revokedAt,
};

/** Whose link it is: what its door says. */
export type LinkDoor = { readonly merchantId: MerchantId; readonly linkId: TrackingLinkId };

const doorOfHash = statement<LinkDoor>(sql`
  select merchant_id as "merchantId", link_id as "linkId" from link_index where token_hash = ${sql.placeholder("hash")}`);

/** A door: whose link has this token hash, or null. Uses `link_index`'s primary key. */
export async function findLinkDoor(db: Db, hash: string): Promise<LinkDoor | null> {
  const [row] = await ask(driverOf(db), doorOfHash, { hash });
  return row ?? null;
}

/** The order of a live link with this very hash, or null when it was revoked since. Uses the primary key. */
export async function findLinkedOrder(
  tx: Tx,
  input: { merchantId: MerchantId; linkId: TrackingLinkId; tokenHash: string },
): Promise<OrderId | null> {
  const [row] = await tx
    .select({ orderId: trackingLinks.orderId, tokenHash: trackingLinks.tokenHash, revokedAt: trackingLinks.revokedAt })
    .from(trackingLinks)
    .where(and(eq(trackingLinks.merchantId, input.merchantId), eq(trackingLinks.id, input.linkId)))
    .limit(1);
  return row !== undefined && row.revokedAt === null && row.tokenHash === input.tokenHash ? row.orderId : null;
}

/** The links of some orders, without order. Uses `tracking_links_by_order`. */
export function linksOfOrders(
  tx: Tx,
  { merchantId, orderIds }: { merchantId: MerchantId; orderIds: readonly OrderId[] },
): Promise<LinkRow[]> {
  if (orderIds.length === 0) return Promise.resolve([]);
  return tx
    .select(linkColumns)
    .from(trackingLinks)
    .where(and(eq(trackingLinks.merchantId, merchantId), inArray(trackingLinks.orderId, [...orderIds])));
}

/** The link of one order, locked until the transaction ends, or null. Uses `tracking_links_by_order`. */
export async function lockLinkOfOrder(
  tx: Tx,
  { merchantId, orderId }: { merchantId: MerchantId; orderId: OrderId },
): Promise<LinkRow | null> {
  const [row] = await tx
    .select(linkColumns)
    .from(trackingLinks)
    .where(and(eq(trackingLinks.merchantId, merchantId), eq(trackingLinks.orderId, orderId)))
    .for("update");
  return row ?? null;
}

/** Whether the order is there; if so it stays until the transaction ends. Uses the primary key. */
export async function holdOrder(
  tx: Tx,
  { merchantId, orderId }: { merchantId: MerchantId; orderId: OrderId },
): Promise<boolean> {
  const rows = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.merchantId, merchantId), eq(orders.id, orderId)))
    .for("key share");
  return rows.length > 0;
}

/** Adds links and their doors; an order that has one keeps it (whoever was first wins). */
export async function insertLinks(
  tx: Tx,
  { merchantId, links }: { merchantId: MerchantId; links: readonly Omit<LinkRow, "revokedAt">[] },
): Promise<void> {
  if (links.length === 0) return;
  const inserted = await tx
    .insert(trackingLinks)
    .values(links.map((link) => ({ merchantId, ...link })))
    .onConflictDoNothing({ target: [trackingLinks.merchantId, trackingLinks.orderId] })
    .returning({ tokenHash: trackingLinks.tokenHash, linkId: trackingLinks.id });
  if (inserted.length > 0) await tx.insert(linkIndex).values(inserted.map((link) => ({ merchantId, ...link })));
}

/** Ends the present token: its door goes, the row holds the next version, which has no door until it is reopened. */
export async function revokeLinkRow(
  tx: Tx,
  input: { merchantId: MerchantId; link: LinkRow; next: { version: number; keyId: string; tokenHash: string } },
): Promise<void> {
  await tx.delete(linkIndex).where(eq(linkIndex.tokenHash, input.link.tokenHash));
  await tx
    .update(trackingLinks)
    .set({ ...input.next, revokedAt: sql`now()` })
    .where(and(eq(trackingLinks.merchantId, input.merchantId), eq(trackingLinks.id, input.link.id)));
}

/** Opens the door of a revoked link's next version. */
export async function reopenLinkRow(
  tx: Tx,
  { merchantId, link }: { merchantId: MerchantId; link: LinkRow },
): Promise<void> {
  await tx
    .update(trackingLinks)
    .set({ revokedAt: null })
    .where(and(eq(trackingLinks.merchantId, merchantId), eq(trackingLinks.id, link.id)));
  await tx
    .insert(linkIndex)
    .values({ tokenHash: link.tokenHash, merchantId, linkId: link.id })
    .onConflictDoNothing({ target: linkIndex.tokenHash });
}

export type ListedOrder = {
  readonly id: OrderId;
  readonly number: string;
  readonly placedAt: string;
  readonly email: string | null;
};

/** One page of a merchant's orders, newest first, after the last one of the page before. Uses `orders_by_time`. */
export function ordersByTime(
  tx: Tx,
  input: { merchantId: MerchantId; after: Pick<ListedOrder, "id" | "placedAt"> | null; limit: number },
): Promise<ListedOrder[]> {
  const { after } = input;
  const rest =
    after === null
      ? undefined
      : and(lte(orders.placedAt, after.placedAt), or(lt(orders.placedAt, after.placedAt), gt(orders.id, after.id)));
  return tx
    .select({ id: orders.id, number: orders.number, placedAt: orders.placedAt, email: shoppers.email })
    .from(orders)
    .leftJoin(shoppers, and(eq(shoppers.merchantId, orders.merchantId), eq(shoppers.id, orders.shopperId)))
    .where(and(eq(orders.merchantId, input.merchantId), rest))
    .orderBy(desc(orders.placedAt), asc(orders.id))
    .limit(input.limit);
}
