import { parse } from "csv-parse/sync";
import { dayOfText, dayOrderOf } from "./day-text.ts";

/** One delivery: the day it was scheduled for, the day it came, and what else its line says, column by column. */
export type ScheduledLine = {
  readonly scheduled: number;
  readonly delivered: number;
  readonly values: readonly string[];
};

/** A file as it was understood. `columns` names what `ScheduledLine.values` holds. */
export type ScheduledFile = {
  readonly lines: readonly ScheduledLine[];
  readonly columns: readonly string[];
  readonly scheduledColumn: string;
  readonly deliveredColumn: string;
  readonly unread: number;
};

type Row = Readonly<Record<string, string>>;

/** What a delivery's way is usually told by. Where at least two columns are called so, the others are left alone. */
const WAY = [
  /^(vendor|supplier|seller|shipper|manufacturer)( name| id| code)?$/,
  /^((ship(ping|ment)?|destination|delivery|dest|origin|source|customer|client) )?(country|region|state|city|port)( name| code)?$/,
  /^((ship(ping|ment)?|transport(ation)?|freight|delivery) )?(mode|method|service|carrier|lane|route)( name)?$/,
  /^(fulfil|fulfill|fulfilment|fulfillment|ship|shipped|source|warehouse|depot)( via| by| from| method)?$/,
];
/** A column's levels: more than this many, or fewer lines to each on average, and it is no category. */
const MOST_LEVELS = 250;
const LEAST_LINES_PER_LEVEL = 20;
const MOST_COLUMNS = 6;
/** Lines of one shipment say the same thing several times. */
const SHIPMENT = /^(asn( dn)?|(shipment|consignment|delivery note|tracking)( (no|nr|number|id|code))?)$/;

/**
 * Reads a CSV with a header and a delivery a line. The scheduled day is in the column whose name says "scheduled" (else
 * promised, expected, estimated, due), the day of delivery in the one that says "delivered" (else actual); among several, the one
 * with the most dates. Lines without both days ("Date Not Captured") are left out; lines with the same shipment number and days
 * count once. Categories are the columns of `WAY`, else all with few levels, at most six. Throws where a day has no column.
 */
export function readScheduledFile(text: string): ScheduledFile {
  const rows = parse<Row>(text, {
    columns: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const headers = Object.keys(rows[0] ?? {});
  const days = new Map(headers.map((header) => [header, daysIn(rows, header)]));
  const scheduledColumn = columnSaying([/scheduled/, /promised|expected|estimated|\bdue\b/], days, null);
  const deliveredColumn = columnSaying([/delivered/, /actual/], days, scheduledColumn);
  const columns = categoriesOf(
    rows,
    headers.filter((header) => datesIn(days.get(header)) < rows.length / 4),
  );
  const number = headers.find((header) => SHIPMENT.test(plain(header)));
  const seen = new Set<string>();
  let unread = 0;
  const lines = rows.flatMap((row, at): ScheduledLine[] => {
    const scheduled = days.get(scheduledColumn)?.[at] ?? null;
    const delivered = days.get(deliveredColumn)?.[at] ?? null;
    if (scheduled === null || delivered === null) {
      unread += 1;
      return [];
    }
    const shipment = `${number === undefined ? at : row[number]} ${scheduled} ${delivered}`;
    if (seen.has(shipment)) return [];
    seen.add(shipment);
    return [{ scheduled, delivered, values: columns.map((column) => (row[column] ?? "").trim()) }];
  });
  return { lines, columns, scheduledColumn, deliveredColumn, unread };
}

function daysIn(rows: readonly Row[], header: string): readonly (number | null)[] {
  const texts = rows.map((row) => row[header] ?? "");
  const order = dayOrderOf(texts);
  return texts.map((text) => dayOfText(text, order));
}

function datesIn(days: readonly (number | null)[] | undefined): number {
  return (days ?? []).filter((day) => day !== null).length;
}

type Days = ReadonlyMap<string, readonly (number | null)[]>;

function columnSaying(words: readonly RegExp[], days: Days, not: string | null): string {
  for (const word of words) {
    const [found] = [...days]
      .filter(([header, values]) => header !== not && word.test(plain(header)) && datesIn(values) > 0)
      .sort(([, one], [, other]) => datesIn(other) - datesIn(one));
    if (found !== undefined) return found[0];
  }
  throw new Error(
    `No column with dates says ${words.map((word) => word.source).join(", or ")}: ${[...days.keys()].join(", ")}.`,
  );
}

function categoriesOf(rows: readonly Row[], headers: readonly string[]): readonly string[] {
  const levels = (header: string): number => new Set(rows.map((row) => row[header])).size;
  const most = Math.min(MOST_LEVELS, rows.length / LEAST_LINES_PER_LEVEL);
  const few = headers.filter((header) => levels(header) > 1 && levels(header) <= most);
  const way = few.filter((header) => WAY.some((name) => name.test(plain(header))));
  return (way.length >= 2 ? way : few).slice(0, MOST_COLUMNS);
}

/** `ASN/DN #` becomes `asn dn`. */
function plain(header: string): string {
  return header
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}
