import type { Db } from "#db/client.ts";
import { knownServerKeys, noteServerKeys } from "#db/queries/server-keys.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";

/**
 * Makes sure that these are the keys this database was written with, before anything is: with others, links that are out
 * would be dead and sealed secrets lost. The first keys a database sees are its own; new ones may join beside a known one.
 * Throws AppError `invalid`.
 */
export async function checkServerKeys({ db, keys }: { readonly db: Db; readonly keys: KeyRing }): Promise<void> {
  const ring = [...keys.byId.values()].map(({ id, fingerprint }) => ({ keyId: id, fingerprint }));
  const known = new Map((await knownServerKeys(db)).map((key) => [key.keyId, key.fingerprint]));
  const isKnown = ring.some((key) => known.get(key.keyId) === key.fingerprint);
  const contradicts = ring.some((key) => known.has(key.keyId) && known.get(key.keyId) !== key.fingerprint);
  if (contradicts || (known.size > 0 && !isKnown)) {
    throw new AppError(
      "invalid",
      `This database was set up with other keys (${[...known.keys()].join(", ")}). Set PORCHLIGHT_KEYS to those, or its links and secrets cannot be read; to rotate, put a new key with a new id in front and keep the old ones.`,
    );
  }
  await noteServerKeys(
    db,
    ring.filter((key) => !known.has(key.keyId)),
  );
}
