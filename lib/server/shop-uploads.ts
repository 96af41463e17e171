import "server-only";
import * as z from "zod";
import { firstProblems, type RejectedRow } from "#db/queries/upload-rejections.ts";
import { findUpload, type Upload, uploadsOf } from "#db/queries/uploads.ts";
import { withTenant } from "#db/tenant.ts";
import { carriersOf } from "#lib/carriers/detect/carriers-of.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { ImportKind } from "#lib/orders/file-format.ts";
import { kindNamed } from "#lib/orders/kind-named.ts";
import { type PreviewEntry, previewUpload } from "#lib/use-cases/uploads/preview-upload.ts";
import { context } from "./context.ts";
import type { Visit } from "./desk-access.ts";
import { deskPath, type MemberDoor } from "./desk-doors.ts";

const PAGE = 20;
const ENTRIES = 5;
const PROBLEMS = 25;

/** Where a door of one file is. */
export function uploadPath(door: MemberDoor, slug: string, uploadId: string): string {
  return deskPath(door, slug).replace("[upload]", encodeURIComponent(uploadId));
}

/** A file of this shop; null for an id that is none of its. */
export async function shopUpload(merchantId: MerchantId, id: string): Promise<Upload | null> {
  const uploadId = z.uuid().safeParse(id);
  if (!uploadId.success) return null;
  const key = { merchantId, uploadId: uploadId.data };
  const upload = await withTenant(context().db, merchantId, (tx) => findUpload(tx, key));
  return upload === null || upload.state === "arriving" ? null : upload;
}

/** The history of files, a page of it. */
export async function shopUploads(
  merchantId: MerchantId,
  before: string | undefined,
): Promise<{ readonly uploads: readonly Upload[]; readonly next: string | null }> {
  const from = z.uuid().safeParse(before);
  const asked = { merchantId, before: from.success ? from.data : null, limit: PAGE + 1 };
  const found = await withTenant(context().db, merchantId, (tx) => uploadsOf(tx, asked));
  const uploads = found.slice(0, PAGE);
  return { uploads, next: found.length > PAGE ? (uploads.at(-1)?.id ?? null) : null };
}

/** What the page of one file shows of its content: its first entries as they will be read, and the first rows that stay out. */
export async function uploadContents(
  { merchant }: Pick<Visit, "merchant">,
  upload: Upload,
): Promise<{ readonly entries: readonly PreviewEntry[]; readonly problems: readonly RejectedRow[] }> {
  const kind = kindNamed(upload.kind);
  if (upload.isForgotten) return { entries: [], problems: [] };
  const key = { merchantId: merchant.id, uploadId: upload.id };
  const { db } = context();
  const [entries, problems] = await Promise.all([
    kind === null || upload.state === "refused" || upload.state === "done"
      ? []
      : previewUpload({ db, carriersOf }, { ...key, merchant, kind, entries: ENTRIES }),
    withTenant(db, merchant.id, (tx) => firstProblems(tx, { ...key, limit: PROBLEMS })),
  ]);
  return { entries, problems };
}

/** As the desk shows it. */
export function uploadView(upload: Upload): Omit<Upload, "kind"> & { readonly kind: ImportKind | null } {
  return { ...upload, kind: kindNamed(upload.kind) };
}
