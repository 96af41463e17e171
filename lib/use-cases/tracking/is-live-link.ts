import type { Db } from "#db/client.ts";
import { findLinkDoor } from "#db/queries/links.ts";
import { tokenHash } from "#lib/runtime/key-ring.ts";

const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** Whether a token opens a door at all: one look-up by primary key. What is behind it, the page itself checks. */
export async function isLiveLink({ db }: { readonly db: Db }, token: string): Promise<boolean> {
  return TOKEN.test(token) && (await findLinkDoor(db, tokenHash(token))) !== null;
}
