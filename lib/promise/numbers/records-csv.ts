import type { NumberRecord } from "./number-records.ts";

const HEAD = ["figure", "item", "measure", "from", "to", "value", "before"];

/** Records as CSV (RFC 4180) with a head line. Texts that a spreadsheet would take for a formula begin with a quote mark. */
export function recordsCsv(records: readonly NumberRecord[]): string {
  const lines = records.map(({ figure, item, measure, from, to, value, before }) =>
    [figure, item, measure, from, to].map(textCell).concat(numberCell(value), numberCell(before)),
  );
  return [HEAD, ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** What begins with one of these is worked out by spreadsheets (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A number is none, whatever sign it has. */
function numberCell(value: number | null): string {
  return value === null ? "" : String(Math.round(value * 10_000) / 10_000);
}
