import { parseMinor } from "#lib/kernel/money.ts";

/** What stands in a form, by the names of its fields: the places of the rules that they set, such as `rules.0.leastDays`. */
export type Typed = Readonly<Record<string, string>>;

/** What somebody typed where a whole number belongs: null for nothing, and text that is none stays for the schema to refuse. */
export function wholeNumber(text: string | undefined): number | string | null {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "") return null;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : trimmed;
}

/** The same for an amount such as 12.50, in minor units of a currency with so many digits. */
export function minorUnits(text: string | undefined, digits: number): number | string | null {
  const trimmed = text?.trim().replace(",", ".") ?? "";
  if (trimmed === "") return null;
  const read = parseMinor(trimmed, digits);
  return read.ok ? read.value : trimmed;
}

/** An amount in minor units as somebody would type it. */
export function amountText(minor: number | null, digits: number): string {
  if (minor === null) return "";
  return (minor / 10 ** digits).toFixed(minor % 10 ** digits === 0 ? 0 : digits);
}

/** A percentage as a share of 1. */
export function shareOf(text: string | undefined): number | string | null {
  const trimmed = text?.trim().replace(/\s*%$/, "") ?? "";
  if (trimmed === "") return null;
  return /^\d{1,3}(\.\d{1,2})?$/.test(trimmed) ? Math.round(Number(trimmed) * 100) / 10_000 : trimmed;
}

/** A share as a percentage that somebody would type. */
export function percentText(share: number): string {
  return String(Math.round(share * 10_000) / 100);
}

/** What stands between line ends or commas, without what is empty or there twice. */
export function listOf(text: string | undefined): readonly string[] {
  return linesOf(text?.replace(/[,，、]+/g, "\n"));
}

/** What stands on each line: a shop's own names may have commas. */
export function linesOf(text: string | undefined): readonly string[] {
  const lines = (text ?? "").split("\n").map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

/** The rows of a list: `gestures.3.name` is field `name` of row 3. In the order of their numbers. */
export function rowsOf(typed: Typed, list: string): readonly Typed[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(typed)) {
    const [, at, field] = name.startsWith(`${list}.`)
      ? (/^(\d{1,5})\.(.+)$/.exec(name.slice(list.length + 1)) ?? [])
      : [];
    if (at === undefined || field === undefined) continue;
    const row = rows.get(Number(at)) ?? {};
    row[field] = value;
    rows.set(Number(at), row);
  }
  return [...rows].toSorted(([one], [other]) => one - other).map(([, row]) => row);
}

/** The same form with these rows in a list, numbered anew. */
export function withRows(typed: Typed, list: string, rows: readonly Typed[]): Typed {
  const others = Object.entries(typed).filter(([name]) => !name.startsWith(`${list}.`));
  const fields = rows.flatMap((row, at) =>
    Object.entries(row).map(([field, value]): [string, string] => [`${list}.${at}.${field}`, value]),
  );
  return Object.fromEntries([...others, ...fields]);
}
