import type { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { type Merchant, setShiftWeeks } from "#db/queries/merchants.ts";
import { isRefusedValue } from "#db/queries/refused-value.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { readCsv } from "#lib/orders/csv/read-csv.ts";
import type { Draft } from "#lib/orders/drafts.ts";
import type { FileContext, FileFormat, Row, RowProblem } from "#lib/orders/file-format.ts";
import { type RowGroup, rowGrouper } from "#lib/orders/group-rows.ts";
import { shiftDraft, weeksUntilYesterday } from "#lib/orders/shift-draft.ts";
import { type FileSurvey, surveyFile } from "#lib/orders/survey-file.ts";
import { writeDrafts } from "./write-drafts.ts";
import type { WriteOutcome } from "./write-outcome.ts";

/** How many rows go into one transaction: large enough to be fast, small enough to be held in memory. */
const BATCH_ROWS = 2_000;

/** Counts entries (orders, parcels, reviews, ...), not rows; the four add up to what the file holds. */
export type ImportReport = { imported: number; updated: number; unchanged: number; rejected: number };

/** A row that cannot go in, and which entry was left out for it. */
export type Rejection = RowProblem & { readonly leftOut: string };

export type ImportInput = {
  readonly merchant: Merchant;
  readonly format: FileFormat;
  /** Opens the file anew: it is read twice. */
  readonly open: () => AsyncIterable<Uint8Array>;
  readonly dryRun: boolean;
  readonly shiftToNow: boolean;
  /** The carriers that a number may be of: what a parcel's row leaves out. */
  readonly carriersOf: FileContext["carriersOf"];
  readonly onRejection: (rejection: Rejection) => void;
  /** Called for what a row does not say and was taken all the same. */
  readonly onNote: (note: RowProblem) => void;
  /** Called as the file is read; `bytes` of the pass at hand, and what is done so far. Waited for. */
  readonly onProgress: (phase: "checking" | "importing", bytes: number, done: ImportReport) => void | Promise<void>;
  /** Called with all rows of an entry that is left out, those too that are well; behind their `onRejection`s. */
  readonly onLeftOut?: (rows: readonly Row[], leftOut: string) => void;
  /** Whom the audit names. */
  readonly actor?: string;
};

type Deps = { readonly db: Db; readonly now: Temporal.Instant };
type Entry = { readonly group: RowGroup; readonly drafts: readonly Draft[] };

/**
 * Imports one file: what can go in goes in, entry by entry, whole or not at all; what cannot is reported and left out.
 * Running it again changes nothing; one that was cut off is completed by running it again.
 * Throws AppError `invalid` when the file is not of this format at all.
 */
export async function importFile(deps: Deps, input: ImportInput): Promise<ImportReport> {
  const { format, merchant } = input;
  const report: ImportReport = { imported: 0, updated: 0, unchanged: 0, rejected: 0 };
  const survey = await surveyFile(input.open(), format, merchant.zone, (bytes) =>
    input.onProgress("checking", bytes, report),
  );
  refuseOtherFiles(survey, format);
  const weeks = input.shiftToNow ? await shiftOf(deps, input, survey) : 0;
  const grouper = rowGrouper(format, survey.scattered);
  const batch = entryBatch(deps, input, report);

  async function take(groups: readonly RowGroup[]): Promise<void> {
    for (const group of groups) {
      const drafts = readGroup(group, input);
      if (drafts === null) report.rejected += entriesIn(group, format);
      else await batch.add({ group, drafts: drafts.map((draft) => shiftDraft(draft, weeks)) });
    }
  }

  for await (const { header, rows, bytesRead } of readCsv(input.open())) {
    for (const row of rows) await take(grouper.push(header, row));
    await input.onProgress("importing", bytesRead, report);
  }
  await take(grouper.end());
  await batch.flush();
  if (!input.dryRun) await noteImport(deps.db, input, report);
  return report;
}

function refuseOtherFiles(survey: FileSurvey, format: FileFormat): void {
  if (survey.header.length === 0) throw new AppError("invalid", "The file is empty.");
  if (survey.missing.length > 0) {
    throw new AppError(
      "invalid",
      `The file's first line lacks ${survey.missing.map((name) => JSON.stringify(name)).join(", ")}: this does not look like a file for \`import ${format.kind}\`. See \`porchlight import ${format.kind} --help\` for its columns.`,
    );
  }
}

/** The orders set the shift; every file that comes after them follows, the past invoices too. */
async function shiftOf(
  { db, now }: Deps,
  { merchant, format, dryRun }: ImportInput,
  survey: FileSurvey,
): Promise<number> {
  const leads = format.kind === "orders" || (format.kind === "history" && merchant.shiftWeeks === null);
  if (!leads && merchant.shiftWeeks !== null) return merchant.shiftWeeks;
  if (survey.newest === null) return merchant.shiftWeeks ?? 0;
  const weeks = weeksUntilYesterday(survey.newest, now.toZonedDateTimeISO(merchant.zone).toPlainDate());
  if (leads && !dryRun) {
    await withTenant(db, merchant.id, (tx) => setShiftWeeks(tx, { merchantId: merchant.id, weeks }));
  }
  return weeks;
}

function readGroup(group: RowGroup, input: ImportInput): readonly Draft[] | null {
  const { format, merchant, carriersOf, onRejection } = input;
  const context: FileContext = { currency: merchant.currency, zone: merchant.zone, carriersOf };
  const read = group.problems.length > 0 ? null : format.read(group.rows, context);
  if (read?.ok === true) {
    for (const note of format.notesOf?.(group.rows, context) ?? []) input.onNote(note);
    return read.value;
  }
  const problems = read === null ? group.problems : read.error;
  for (const problem of problems) onRejection({ ...problem, leftOut: nameOf(group, format) });
  input.onLeftOut?.(group.rows, nameOf(group, format));
  return null;
}

/** Collects entries to transactions. */
function entryBatch(deps: Deps, input: ImportInput, report: ImportReport) {
  let entries: Entry[] = [];
  let rows = 0;

  async function flush(): Promise<void> {
    const batch = entries;
    entries = [];
    rows = 0;
    await writeEntries(deps, input, report, batch);
  }

  return {
    flush,
    async add(entry: Entry): Promise<void> {
      entries.push(entry);
      rows += entry.group.rows.length;
      if (rows >= BATCH_ROWS) await flush();
    },
  };
}

/**
 * Writes entries in one transaction. Where PostgreSQL refuses a value that we let pass, the batch is halved until the one
 * entry is found: it is rejected, the others go in.
 */
async function writeEntries(
  deps: Deps,
  input: ImportInput,
  report: ImportReport,
  entries: readonly Entry[],
): Promise<void> {
  const [first] = entries;
  if (first === undefined) return;
  const outcomes = await tryWriting(deps, input, entries);
  if (outcomes === "refused" && entries.length > 1) {
    const middle = Math.ceil(entries.length / 2);
    await writeEntries(deps, input, report, entries.slice(0, middle));
    return writeEntries(deps, input, report, entries.slice(middle));
  }
  if (outcomes === "refused") {
    report.rejected += entriesIn(first.group, input.format);
    const reason = "holds a value that the database refuses";
    input.onRejection({
      line: first.group.rows[0]?.line ?? 0,
      column: null,
      reason,
      leftOut: nameOf(first.group, input.format),
    });
    input.onLeftOut?.(first.group.rows, nameOf(first.group, input.format));
    return;
  }
  let at = 0;
  for (const entry of entries) {
    countEntry(entry, outcomes.slice(at, at + entry.drafts.length), input, report);
    at += entry.drafts.length;
  }
}

async function tryWriting(deps: Deps, { merchant, format, dryRun }: ImportInput, entries: readonly Entry[]) {
  try {
    return await writeDrafts(deps, {
      merchantId: merchant.id,
      drafts: entries.flatMap((entry) => entry.drafts),
      source: format.kind,
      now: deps.now,
      skipsPresent: format.skipsPresent,
      dryRun,
    });
  } catch (error) {
    if (isRefusedValue(error)) return "refused";
    throw error;
  }
}

function countEntry(entry: Entry, outcomes: readonly WriteOutcome[], input: ImportInput, report: ImportReport): void {
  for (const [nth, outcome] of outcomes.entries()) {
    if (outcome.kind !== "rejected" && outcome.kind !== "left_out") report[outcome.kind] += 1;
    else report.rejected += 1;
    if (outcome.kind !== "rejected") continue;
    const row = rowOf(entry, nth);
    input.onRejection({
      line: row?.line ?? 0,
      column: outcome.column,
      reason: outcome.reason,
      leftOut: nameOf(entry.group, input.format),
    });
  }
  if (outcomes.some(({ kind }) => kind === "rejected"))
    input.onLeftOut?.(entry.group.rows, nameOf(entry.group, input.format));
}

/** Where each row made a draft of its own, the draft's row; else the entry's first. */
function rowOf({ group, drafts }: Entry, nth: number): Row | undefined {
  return group.rows.length === drafts.length ? group.rows[nth] : group.rows[0];
}

function nameOf(group: RowGroup, format: FileFormat): string {
  return group.name === "" ? "the row" : `${format.entry.noun} ${group.name}`;
}

/** A parcels file counts parcels: there each row is an entry, though those of an order go in together. */
function entriesIn(group: RowGroup, format: FileFormat): number {
  return format.kind === "shipments" ? group.rows.length : 1;
}

async function noteImport(db: Db, { merchant, format, actor }: ImportInput, report: ImportReport): Promise<void> {
  const { id: merchantId } = merchant;
  await withTenant(db, merchantId, (tx) =>
    recordAudit(tx, {
      merchantId,
      actor: actor ?? "cli",
      action: `${format.kind}.imported`,
      subject: merchantId,
      after: report,
    }),
  );
}
