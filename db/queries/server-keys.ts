import type { Db } from "#db/client.ts";
import { serverKeys } from "#db/schema/index.ts";

export type KnownKey = { readonly keyId: string; readonly fingerprint: string };

/** The keys that this database has seen; a handful, so not paged. */
export function knownServerKeys(db: Db): Promise<readonly KnownKey[]> {
  return db.select({ keyId: serverKeys.keyId, fingerprint: serverKeys.fingerprint }).from(serverKeys);
}

/** Notes keys; one that is noted already stays as it is. */
export async function noteServerKeys(db: Db, keys: readonly KnownKey[]): Promise<void> {
  if (keys.length > 0)
    await db
      .insert(serverKeys)
      .values([...keys])
      .onConflictDoNothing();
}
