import type { Db } from "#db/client.ts";
import { type RejectedRow, rejectionsAfter } from "#db/queries/upload-rejections.ts";
import { withTenant } from "#db/tenant.ts";
import { csvCell } from "#lib/orders/csv/csv-cell.ts";
import { REASON_COLUMN } from "#lib/orders/csv/read-csv.ts";
import type { UploadKey } from "./upload-bytes.ts";

const ROWS_AT_ONCE = 500;
const LINE_COLUMN = "Line in your file";
/** Spreadsheets take a file for UTF-8 by it. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The rows that stay out as a CSV file, in the columns in which they came, with what to correct beside them: corrected, it
 * can be brought in as it is. All rows of an entry are there, since it goes in whole.
 */
export async function* rejectedFile(
  { db }: { readonly db: Db },
  { header, ...key }: UploadKey & { readonly header: readonly string[] },
): AsyncGenerator<string, void, void> {
  const ours = new Set([REASON_COLUMN, LINE_COLUMN]);
  const columns = header.flatMap((name, at) => (ours.has(name) ? [] : [{ name, at }]));
  yield `${BYTE_ORDER_MARK}${lineOf([...columns.map(({ name }) => name), LINE_COLUMN, REASON_COLUMN])}`;
  let line = -1;
  for (;;) {
    const after = line;
    const rows = await withTenant(db, key.merchantId, (tx) =>
      rejectionsAfter(tx, { ...key, line: after, limit: ROWS_AT_ONCE }),
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows
      .map((row) => lineOf([...columns.map(({ at }) => row.cells[at] ?? ""), String(row.line), reasonOf(row)]))
      .join("");
    line = last.line;
  }
}

function reasonOf({ problems, leftOut }: RejectedRow): string {
  if (problems.length === 0) return `(goes with ${leftOut})`;
  return problems.map(({ column, reason }) => (column === null ? reason : `${column}: ${reason}`)).join("; ");
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
