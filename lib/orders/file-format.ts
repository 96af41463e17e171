import type { Result } from "#lib/kernel/result.ts";
import type { Draft } from "./drafts.ts";

/** What can be imported; the word after `porchlight import`. */
export type ImportKind =
  | "orders"
  | "shipments"
  | "products"
  | "reviews"
  | "subscriptions"
  | "loyalty"
  | "returns"
  | "consents"
  | "history";

/** One row by column name; `line` is the physical line in the file, for error messages. */
export type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

/** Why a row cannot go in. `reason` completes the sentence "Line 7, Quantity: ...". */
export type RowProblem = { readonly line: number; readonly column: string | null; readonly reason: string };

/** What fills what a file leaves out: a merchant's own settings, and what numbers tell of themselves. */
export type FileContext = {
  readonly currency: string;
  readonly zone: string;
  /** The carriers that may have given out a tracking number, likeliest first; `isChecked`: its check digit is right. */
  readonly carriersOf: (trackingNumber: string) => readonly { readonly carrier: string; readonly isChecked: boolean }[];
};

export type Column = {
  readonly name: string;
  readonly required: boolean;
  /** For `--help` and docs/imports.md: form, unit, example. */
  readonly about: string;
};

/** One kind of file. Add an order source by writing one of these and naming it in `registry.ts`. */
export type FileFormat = {
  readonly kind: ImportKind;
  /** One line for `--help`. */
  readonly about: string;
  readonly columns: readonly Column[];
  /** Whose value names the entry that a row belongs to; shown when the entry is left out ("Order #1001 left out"). */
  readonly entry: { readonly column: string; readonly noun: string };
  /** Rows with the same key go in together or not at all. */
  keyOf(cells: Readonly<Record<string, string>>): string;
  /** Whether a row opens an entry. One that does not and has no key goes on with the row before, and spoils its entry. */
  beginsEntry?(cells: Readonly<Record<string, string>>): boolean;
  /** Rows of one key may be many (an order's lines); else a second row with the same key is refused. */
  readonly manyRows: boolean;
  /** The column that dates an entry, for `--shift-to now`; null when the file has none. */
  readonly dateColumn: string | null;
  /** Leaves entries alone that are already there (a past export behind live orders) instead of updating them. */
  readonly skipsPresent: boolean;
  /** All rows of one key, in the file's order -> what to write, or every problem found. Pure. */
  read(rows: readonly Row[], context: FileContext): Result<readonly Draft[], readonly RowProblem[]>;
  /** What `read` took though the file does not say it, a sentence a row as in a problem. Pure. */
  notesOf?(rows: readonly Row[], context: FileContext): readonly RowProblem[];
};
