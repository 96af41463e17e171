import { Temporal } from "temporal-polyfill";
import { instantOf } from "./cells.ts";
import { type CsvBatch, readCsv } from "./csv/read-csv.ts";
import type { FileFormat } from "./file-format.ts";
import { cellsByName } from "./group-rows.ts";

/** What a first, quick pass over a file tells. */
export type FileSurvey = {
  readonly header: readonly string[];
  /** Required columns that the header lacks. */
  readonly missing: readonly string[];
  /** Keys whose rows do not stand together -> the line of their last row: until there the entry stays open. */
  readonly scattered: ReadonlyMap<string, number>;
  /** The newest date of `dateColumn`, in the merchant's zone; null when the file has none. */
  readonly newest: Temporal.PlainDate | null;
};

/**
 * Reads the file once without keeping its rows. Needed since rows of one order may be apart (two tills at once), and
 * since `--shift-to now` must know the newest order before the first is written. Keeps one short text and one number an entry.
 */
export async function surveyFile(
  chunks: AsyncIterable<Uint8Array>,
  format: FileFormat,
  zone: string,
  onBytes: (bytes: number) => void | Promise<void> = () => {},
): Promise<FileSurvey> {
  const lastLine = new Map<string, number>();
  const scattered = new Set<string>();
  const dates = newestDate(zone);
  let header: readonly string[] = [];
  let current: string | null = null;
  for await (const batch of readCsv(chunks)) {
    header = batch.header;
    await onBytes(batch.bytesRead);
    for (const { cells, key, line } of keyedRows(batch, format)) {
      if (key !== current && lastLine.has(key)) scattered.add(key);
      lastLine.set(lastLine.has(key) ? key : copyOf(key), line);
      current = key;
      if (format.dateColumn !== null) dates.see(cells[format.dateColumn] ?? "");
    }
  }
  return {
    header,
    missing: format.columns
      .filter((column) => column.required && !header.includes(column.name))
      .map(({ name }) => name),
    scattered: new Map([...scattered].map((key) => [key, lastLine.get(key) ?? 0])),
    newest: dates.newest(),
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A text of its own: V8 keeps a slice as a pointer into the chunk it was cut from, and so the whole file alive. */
function copyOf(text: string): string {
  return decoder.decode(encoder.encode(text));
}

function* keyedRows(batch: CsvBatch, format: FileFormat) {
  for (const row of batch.rows) {
    const cells = cellsByName(batch.header, row.cells);
    yield { cells, key: format.keyOf(cells), line: row.line };
  }
}

/** Rows of one entry repeat its date, so each text is read once in a row. */
function newestDate(zone: string) {
  let lastText = "";
  let newest = "";
  return {
    see(text: string): void {
      if (text === "" || text === lastText) return;
      lastText = text;
      const instant = instantOf(text, zone);
      if (instant !== null && instant > newest) newest = instant;
    },
    newest: () => (newest === "" ? null : Temporal.Instant.from(newest).toZonedDateTimeISO(zone).toPlainDate()),
  };
}
