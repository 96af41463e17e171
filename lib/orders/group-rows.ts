import type { CsvRow } from "./csv/read-csv.ts";
import type { FileFormat, Row, RowProblem } from "./file-format.ts";

/** All rows of one key, and what is already known to be wrong with them. */
export type RowGroup = {
  readonly key: string;
  /** As the file writes it: "#1001". */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly problems: readonly RowProblem[];
};

type OpenGroup = { key: string; name: string; rows: Row[]; problems: RowProblem[] };

/** A row's cells by column name; a short row leaves its last columns out. */
export function cellsByName(header: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  const named: Record<string, string> = {};
  for (let at = 0; at < header.length && at < cells.length; at += 1) named[header[at] ?? ""] = cells[at] ?? "";
  return named;
}

/**
 * Collects rows to entries as they stream by. An entry closes when the next one begins; one whose rows are scattered
 * stays open until the line the survey saw last. `push` and `end` return the entries that are complete.
 */
export function rowGrouper(format: FileFormat, scattered: ReadonlyMap<string, number>) {
  const open = new Map<string, OpenGroup>();
  let current: string | null = null;

  function close(key: string | null): readonly RowGroup[] {
    const group = key === null ? undefined : open.get(key);
    if (group === undefined) return [];
    open.delete(group.key);
    return [format.manyRows ? group : withoutTwins(group)];
  }

  return {
    push(header: readonly string[], row: CsvRow): readonly RowGroup[] {
      const cells = cellsByName(header, row.cells);
      const given = format.keyOf(cells);
      const isLost = given === "" && current !== null && format.beginsEntry?.(cells) === false;
      const key = isLost ? (current ?? given) : given;
      const done = current !== key && current !== null && !scattered.has(current) ? close(current) : [];
      current = key;
      const group = open.get(key) ?? { key, name: (cells[format.entry.column] ?? "").trim(), rows: [], problems: [] };
      open.set(key, group);
      group.rows.push({ line: row.line, cells });
      if (row.problem !== null) group.problems.push({ line: row.line, column: null, reason: row.problem });
      else if (given.replaceAll("|", "") === "")
        group.problems.push({ line: row.line, column: format.entry.column, reason: "is empty" });
      return scattered.get(key) === row.line ? [...done, ...close(key)] : done;
    },
    end: (): readonly RowGroup[] => [...open.keys()].flatMap(close),
  };
}

function withoutTwins(group: RowGroup): RowGroup {
  const [first, ...twins] = group.rows;
  const problems = twins.map((row) => ({
    line: row.line,
    column: null,
    reason: `says again what line ${first?.line} says`,
  }));
  return { ...group, problems: [...group.problems, ...problems] };
}
