import type { Db } from "#db/client.ts";
import type { Merchant } from "#db/queries/merchants.ts";
import type { Draft } from "#lib/orders/drafts.ts";
import type { FileContext, ImportKind, RowProblem } from "#lib/orders/file-format.ts";
import { fileFormats } from "#lib/orders/registry.ts";
import { readUploadHead } from "./read-upload-head.ts";
import { UnreadableUpload } from "./unreadable-upload.ts";
import { type UploadKey, uploadBytes } from "./upload-bytes.ts";

/** The first entries of a file as they will be read. */
export type PreviewEntry = {
  readonly line: number;
  readonly drafts: readonly Draft[];
  readonly problems: readonly RowProblem[];
};

/** How a file's first entries will be read as this kind; none of one that cannot be read. */
export async function previewUpload(
  deps: { readonly db: Db; readonly carriersOf: FileContext["carriersOf"] },
  input: UploadKey & { readonly merchant: Merchant; readonly kind: ImportKind; readonly entries: number },
): Promise<readonly PreviewEntry[]> {
  const { merchant, kind, entries } = input;
  const format = fileFormats[kind];
  const context = { currency: merchant.currency, zone: merchant.zone, carriersOf: deps.carriersOf };
  try {
    const { groups } = await readUploadHead(uploadBytes(deps, input), { format, entries });
    return groups.map((group) => {
      const line = group.rows[0]?.line ?? 0;
      if (group.problems.length > 0) return { line, drafts: [], problems: group.problems };
      const read = format.read(group.rows, context);
      return read.ok ? { line, drafts: read.value, problems: [] } : { line, drafts: [], problems: read.error };
    });
  } catch (error) {
    if (error instanceof UnreadableUpload) return [];
    throw error;
  }
}
