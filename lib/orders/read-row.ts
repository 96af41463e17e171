import type { z } from "zod";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import type { Row, RowProblem } from "./file-format.ts";

/** Reads one row with its schema: the values, or one problem a bad cell. */
export function readRow<T>(schema: z.ZodType<T>, row: Row): Result<T, readonly RowProblem[]> {
  const result = schema.safeParse(row.cells);
  if (result.success) return ok(result.data);
  return err(
    result.error.issues.map((issue) => ({
      line: row.line,
      column: typeof issue.path[0] === "string" ? issue.path[0] : null,
      reason: issue.message,
    })),
  );
}

/** Reads all rows of an entry: every row's values, or every problem of every row. */
export function readRows<T>(schema: z.ZodType<T>, rows: readonly Row[]): Result<readonly T[], readonly RowProblem[]> {
  const values: T[] = [];
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const result = readRow(schema, row);
    if (result.ok) values.push(result.value);
    else problems.push(...result.error);
  }
  return problems.length === 0 ? ok(values) : err(problems);
}

/** What all rows of an entry must say alike: a problem for each filled cell that differs from the first row's. */
export function rowsThatDiffer<T>(
  rows: readonly Row[],
  values: readonly T[],
  columns: readonly (keyof T & string)[],
): readonly RowProblem[] {
  return values.flatMap((value, at) =>
    columns
      .filter((column) => value[column] !== null && value[column] !== values[0]?.[column])
      .map((column) => ({ line: rows[at]?.line ?? 0, column, reason: `differs from line ${rows[0]?.line}` })),
  );
}
