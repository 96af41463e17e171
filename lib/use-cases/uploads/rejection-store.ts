import type { Db } from "#db/client.ts";
import { addRejections, type RejectedRow } from "#db/queries/upload-rejections.ts";
import { withTenant } from "#db/tenant.ts";
import type { Row, RowProblem } from "#lib/orders/file-format.ts";
import type { UploadKey } from "./upload-bytes.ts";

const KEPT_AT_ONCE = 500;

/** Gathers the rows that stay out, each with its problems, and keeps them when it is told to. */
export function rejectionStore({ db }: { readonly db: Db }, key: UploadKey, header: readonly string[]) {
  let problems: RowProblem[] = [];
  let rows: RejectedRow[] = [];

  return {
    note(problem: RowProblem): void {
      problems.push(problem);
    },
    /** All rows of an entry; the problems that were noted since the last one are its. */
    leaveOut(entry: readonly Row[], leftOut: string): void {
      const noted = problems;
      problems = [];
      const known = new Set(entry.map(({ line }) => line));
      const first = entry[0]?.line;
      for (const { line, cells } of entry) {
        const own = noted.filter((problem) => problem.line === line || (line === first && !known.has(problem.line)));
        rows.push({
          ...{ line, leftOut, cells: header.map((name) => cells[name] ?? "") },
          problems: own.map(({ column, reason }) => ({ column, reason })),
        });
      }
    },
    async keep(): Promise<void> {
      const kept = rows;
      rows = [];
      for (let at = 0; at < kept.length; at += KEPT_AT_ONCE)
        await withTenant(db, key.merchantId, (tx) =>
          addRejections(tx, { ...key, rows: kept.slice(at, at + KEPT_AT_ONCE) }),
        );
    },
  };
}
