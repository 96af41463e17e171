import { parse } from "csv-parse/sync";
import { plainCell } from "./csv-cell.ts";
import { type FramedRecord, recordFramer } from "./record-framer.ts";

/** Stands in the header of files that we hand back for correction: their cells are guarded against spreadsheets. */
export const REASON_COLUMN = "What to correct";

/** One row: the physical line it starts on (1-based, header = 1), its cells in the header's order, and why it is unreadable, if so. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[]; readonly problem: string | null };
export type CsvBatch = {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly bytesRead: number;
};

/**
 * Reads a CSV of any size in constant memory, a batch per chunk: UTF-8 with or without BOM, LF or CRLF, quoted line
 * breaks, comma, semicolon or tab (whichever the header uses). A broken row becomes a row with a `problem`; the rest is read.
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvBatch> {
  const decoder = new TextDecoder("utf-8");
  let header: readonly string[] | null = null;
  let delimiter = ",";
  let carry = "";
  let bytesRead = 0;
  let isOurs = false;
  const framer = recordFramer((text) => header === null || cellsOf(text, delimiter)?.length === header.length);

  function rowsOf(records: readonly FramedRecord[]): CsvRow[] {
    const rows: CsvRow[] = [];
    for (const record of records) {
      if (header === null) {
        delimiter = delimiterOf(record.text);
        header = (cellsOf(record.text, delimiter) ?? []).map((name) => name.trim());
        isOurs = header.includes(REASON_COLUMN);
      } else {
        const row = rowOf(record, header, delimiter);
        if (row !== null) rows.push(isOurs ? { ...row, cells: row.cells.map(plainCell) } : row);
      }
    }
    return rows;
  }

  for await (const chunk of chunks) {
    bytesRead += chunk.byteLength;
    const lines = (carry + decoder.decode(chunk, { stream: true })).split("\n");
    carry = lines.pop() ?? "";
    const rows = lines.flatMap((line) => rowsOf(framer.push(line)));
    yield { header: header ?? [], rows, bytesRead };
  }
  carry += decoder.decode();
  const last = carry === "" ? [] : rowsOf(framer.push(carry));
  yield { header: header ?? [], rows: [...last, ...rowsOf(framer.end())], bytesRead };
}

function rowOf(record: FramedRecord, header: readonly string[], delimiter: string): CsvRow | null {
  const cells = record.problem === null ? cellsOf(record.text, delimiter) : null;
  if (cells === null) {
    return {
      line: record.line,
      cells: leadingCells(record.text, delimiter),
      problem: record.problem ?? "has quotes that do not pair",
    };
  }
  if (cells.every((cell) => cell.trim() === "")) return null;
  return { line: record.line, cells, problem: problemOf(record.text, cells, header) };
}

function problemOf(text: string, cells: readonly string[], header: readonly string[]): string | null {
  if (cells.length !== header.length) return `has ${cells.length} columns where the header has ${header.length}`;
  if (text.includes("\uFFFD")) return "is not valid UTF-8";
  if (text.includes("\0")) return "contains a NUL character";
  return null;
}

/** The cells of one record, or null when its quotes make no sense. */
function cellsOf(text: string, delimiter: string): readonly string[] | null {
  if (!text.includes('"')) return text.split(delimiter);
  try {
    const records = parse(text, { delimiter, relax_column_count: true, relax_quotes: true }) as string[][];
    return records.length === 1 ? (records[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** The cells before the first quote that makes no sense: they still tell which order the row belongs to. */
function leadingCells(text: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text[at] === '"' ? endOfQuoted(text, at) : endOfPlain(text, at, delimiter);
    if (end === -1 || (end < text.length && text[end] !== delimiter)) break;
    const cell = text.slice(at, end);
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    at = end + 1;
  }
  return cells;
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  const end = text.indexOf(delimiter, from);
  const cell = text.slice(from, end === -1 ? text.length : end);
  if (cell.includes('"')) return -1;
  return from + cell.length;
}

function endOfQuoted(text: string, from: number): number {
  const quoted = /"(?:[^"]|"")*"/y;
  quoted.lastIndex = from;
  return quoted.test(text) ? quoted.lastIndex : -1;
}

function delimiterOf(header: string): string {
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}
