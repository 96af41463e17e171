import { closeSync, existsSync, openSync, writeSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { AppError } from "#lib/kernel/app-error.ts";
import { csvCell } from "#lib/orders/csv/csv-cell.ts";
import type { RowProblem } from "#lib/orders/file-format.ts";
import type { Rejection } from "#lib/use-cases/orders/import-file.ts";

/** More than this on a terminal helps nobody; `--rejected FILE` has them all. */
const SHOWN = 200;

/** Tells each rejected row on stderr, up to a limit, and writes all of them to a file when asked to. */
export function rejectionLog(file: string | undefined) {
  const out = file === undefined ? null : opened(file);
  const write = (line: string) => out !== null && writeSync(out, `${line}\n`);
  write("Line,Column,Reason,Left out");
  let count = 0;
  let notes = 0;
  return {
    add(rejection: Rejection): void {
      count += 1;
      const { line, column, reason, leftOut } = rejection;
      write([String(line), column ?? "", reason, leftOut].map(csvCell).join(","));
      if (count <= SHOWN)
        console.error(`Line ${line}${column === null ? "" : `, ${column}`}: ${reason}. Left out: ${leftOut}.`);
    },
    /** Tells what was taken though a row does not say it. */
    note({ line, column, reason }: RowProblem): void {
      notes += 1;
      if (notes <= SHOWN)
        console.error(`Line ${line}${column === null ? "" : `, ${column}`}: ${reason}. Taken as such.`);
    },
    end(): void {
      if (out !== null) closeSync(out);
      if (notes > SHOWN) console.error(`... and ${notes - SHOWN} more that were taken as such.`);
      if (count > SHOWN)
        console.error(
          `... and ${count - SHOWN} more${file === undefined ? "; --rejected FILE writes them all" : ` in ${file}`}.`,
        );
    },
  };
}

function opened(file: string): number {
  if (!existsSync(dirname(resolve(file)))) throw new AppError("invalid", `There is no folder for ${file}.`);
  return openSync(file, "w");
}
