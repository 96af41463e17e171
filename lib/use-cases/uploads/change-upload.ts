import type { Db } from "#db/client.ts";
import { addJob } from "#db/queries/add-job.ts";
import { beginImport, checkAgain, setDropped } from "#db/queries/uploads.ts";
import { withTenant } from "#db/tenant.ts";
import type { PersonId } from "#lib/kernel/ids.ts";
import type { ImportKind } from "#lib/orders/file-format.ts";
import type { UploadKey } from "./upload-bytes.ts";

type Deps = { readonly db: Db };

/** Has a file checked as this kind, by a worker; false where it is past that. */
export function checkUpload(
  { db }: Deps,
  { kind, ...key }: UploadKey & { readonly kind: ImportKind },
): Promise<boolean> {
  return withTenant(db, key.merchantId, async (tx) => {
    const isWaiting = await checkAgain(tx, { ...key, kind });
    if (isWaiting) await addJob(tx, "import-upload", key);
    return isWaiting;
  });
}

/** Has a checked file brought in, by a worker; false where it was not checked or somebody was quicker. */
export function startImport(
  { db }: Deps,
  { actor, ...key }: UploadKey & { readonly actor: PersonId },
): Promise<boolean> {
  return withTenant(db, key.merchantId, async (tx) => {
    const isWaiting = await beginImport(tx, { ...key, actor });
    if (isWaiting) await addJob(tx, "import-upload", key);
    return isWaiting;
  });
}

/** Throws a file away that nobody has brought in, or takes it back within the hour; false where that is too late. */
export function dropUpload(
  { db }: Deps,
  { isDropped, ...key }: UploadKey & { readonly isDropped: boolean },
): Promise<boolean> {
  return withTenant(db, key.merchantId, (tx) => setDropped(tx, { ...key, isDropped }));
}
