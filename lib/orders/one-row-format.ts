import type { z } from "zod";
import { ok } from "#lib/kernel/result.ts";
import type { Draft } from "./drafts.ts";
import type { FileFormat } from "./file-format.ts";
import { oncePerZone } from "./once-per-zone.ts";
import { readRow } from "./read-row.ts";

type OneRowFormat<T> = Pick<FileFormat, "kind" | "about" | "columns" | "entry" | "keyOf" | "dateColumn"> & {
  schema(zone: string): z.ZodType<T>;
  draftOf(row: T): Draft;
};

/** A file in which every row is an entry of its own. */
export function oneRowFormat<T>(format: OneRowFormat<T>): FileFormat {
  const { draftOf, ...rest } = format;
  const schema = oncePerZone(format.schema);
  return {
    ...rest,
    manyRows: false,
    skipsPresent: false,
    read: (rows, context) => {
      const [row] = rows;
      if (row === undefined) return ok([]);
      const result = readRow(schema(context.zone), row);
      return result.ok ? ok([draftOf(result.value)]) : result;
    },
  };
}
