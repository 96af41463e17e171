import type { Db } from "#db/client.ts";
import { findLinkDoor } from "#db/queries/links.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { tokenHash } from "#lib/runtime/key-ring.ts";

const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/**
 * Whether a token opens a door at all, at one merchant's own domain only that merchant's: one look-up by primary key. What is
 * behind it, the page itself checks.
 */
export async function isLiveLink(
  { db }: { readonly db: Db },
  { token, merchantId }: { readonly token: string; readonly merchantId: MerchantId | null },
): Promise<boolean> {
  if (!TOKEN.test(token)) return false;
  const door = await findLinkDoor(db, tokenHash(token));
  return door !== null && (merchantId === null || door.merchantId === merchantId);
}
