import { readCsv } from "#lib/orders/csv/read-csv.ts";
import type { FileFormat } from "#lib/orders/file-format.ts";
import { type RowGroup, rowGrouper } from "#lib/orders/group-rows.ts";

/** How a file begins. */
export type UploadHead = { readonly header: readonly string[]; readonly groups: readonly RowGroup[] };

/** Entries whose rows are many are shown all the same: so much is read, and no more. */
const MOST_BYTES = 2_000_000;

/**
 * Reads a file's first line, and its first entries by this format where one is given. An entry whose rows go on elsewhere in
 * the file may be shown in part.
 */
export async function readUploadHead(
  chunks: AsyncIterable<Uint8Array>,
  asked: { readonly format: FileFormat; readonly entries: number } | null,
): Promise<UploadHead> {
  const grouper = asked === null ? null : rowGrouper(asked.format, new Map());
  const groups: RowGroup[] = [];
  let header: readonly string[] = [];
  let isWhole = true;
  for await (const batch of readCsv(chunks)) {
    header = batch.header;
    for (const row of grouper === null ? [] : batch.rows) groups.push(...(grouper?.push(header, row) ?? []));
    if ((header.length > 0 && groups.length >= (asked?.entries ?? 0)) || batch.bytesRead > MOST_BYTES) {
      isWhole = false;
      break;
    }
  }
  if (isWhole) groups.push(...(grouper?.end() ?? []));
  return { header, groups: groups.slice(0, asked?.entries ?? 0) };
}
