import type { Db } from "#db/client.ts";
import { findLinkDoor, type LinkDoor } from "#db/queries/links.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { tokenHash } from "#lib/runtime/key-ring.ts";

const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** Whether a text can be the token of a link at all: 128 bits as base64url. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/**
 * The door that a token opens, or null; at one merchant's own domain only that merchant's. One look-up by primary key: what
 * is behind the door, the page itself checks.
 */
export async function doorOfToken(
  { db }: { readonly db: Db },
  { token, merchantId }: { readonly token: string; readonly merchantId: MerchantId | null },
): Promise<LinkDoor | null> {
  if (!isToken(token)) return null;
  const door = await findLinkDoor(db, tokenHash(token));
  return door !== null && (merchantId === null || door.merchantId === merchantId) ? door : null;
}
