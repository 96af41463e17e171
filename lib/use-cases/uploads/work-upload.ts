import type { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import { addJob } from "#db/queries/add-job.ts";
import { getMerchant } from "#db/queries/merchants.ts";
import { clearRejections } from "#db/queries/upload-rejections.ts";
import { endRun, noteProgress, releaseUpload, type TakenUpload, takeUpload } from "#db/queries/uploads.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { FileContext } from "#lib/orders/file-format.ts";
import { kindNamed } from "#lib/orders/kind-named.ts";
import { fileFormats } from "#lib/orders/registry.ts";
import { type ImportReport, importFile } from "#lib/use-cases/orders/import-file.ts";
import { rejectionStore } from "./rejection-store.ts";
import { type FileProblem, storedProblem, UnreadableUpload } from "./unreadable-upload.ts";
import { type UploadKey, uploadBytes } from "./upload-bytes.ts";

export type WorkDeps = {
  readonly db: Db;
  /** Where entries are written; its connections should be young (see `connect`). */
  readonly importDb: Db;
  readonly now: Temporal.Instant;
  readonly carriersOf: FileContext["carriersOf"];
};

type Run = UploadKey & { readonly runId: string };
type Ended = "nothing" | "done" | "later";

/** A file that fails so often fails for a reason that goes on. */
const MOST_TRIES = 4;
const SAID_EVERY_MS = 600;
/** Reading a file once takes a part of the time that writing it does. */
const SURVEY_SHARE = 0.12;

/** The worker stops, or another one has taken over. */
class CutOff extends Error {}

/**
 * Checks a file that waits (a dry run), or brings it in, and says how far it is meanwhile. `later`: this worker stops, and
 * another goes on. A file that was cut off is completed by the next run. Throws where the database fails, to be tried again.
 */
export async function workUpload(deps: WorkDeps, key: UploadKey, stopping: AbortSignal): Promise<Ended> {
  const { db } = deps;
  const run = { ...key, runId: newId() };
  const taken = await withTenant(db, key.merchantId, (tx) => takeUpload(tx, run));
  if (taken === null) return "nothing";
  try {
    await runImport(deps, run, taken, stopping);
    return "done";
  } catch (error) {
    const problem = problemOf(error, taken);
    if (problem !== null) {
      await end(db, run, { state: taken.state === "checking" ? "refused" : "failed", problem });
      return "done";
    }
    if (taken.tries < MOST_TRIES || error instanceof CutOff) {
      await withTenant(db, key.merchantId, async (tx) => {
        await releaseUpload(tx, run);
        if (error instanceof CutOff) await addJob(tx, "import-upload", key);
      });
      if (error instanceof CutOff) return "later";
    } else await end(db, run, { state: "failed", problem: { code: "trouble" } });
    throw error;
  }
}

async function runImport(deps: WorkDeps, run: Run, taken: TakenUpload, stopping: AbortSignal): Promise<void> {
  const { db, importDb, now, carriersOf } = deps;
  const { merchantId } = run;
  const kind = kindNamed(taken.kind);
  if (kind === null) throw new UnreadableUpload({ code: "unknown" });
  const merchant = await withTenant(db, merchantId, async (tx) => {
    await clearRejections(tx, run);
    return getMerchant(tx, { merchantId });
  });
  const rejected = rejectionStore({ db }, run, taken.header);
  const isDry = taken.state === "checking";
  const total = (report: ImportReport) => (isDry ? null : together(taken.done, report));
  let readBytes = 0;
  let saidMs = performance.now();
  const report = await importFile(
    { db: importDb, now },
    {
      ...{ merchant, format: fileFormats[kind], dryRun: isDry, shiftToNow: false, carriersOf },
      ...(taken.startedBy === null ? {} : { actor: taken.startedBy }),
      open: () => uploadBytes({ db }, run, (bytes) => (readBytes = bytes)),
      onRejection: rejected.note,
      onLeftOut: rejected.leaveOut,
      onNote: () => {},
      onProgress: async (phase, _, done) => {
        if (stopping.aborted) throw new CutOff("The worker stops");
        await rejected.keep();
        if (performance.now() - saidMs < SAID_EVERY_MS) return;
        saidMs = performance.now();
        const read = Math.min(1, readBytes / Math.max(1, taken.sizeBytes));
        const progress = phase === "checking" ? read * SURVEY_SHARE : SURVEY_SHARE + read * (0.99 - SURVEY_SHARE);
        const said = { ...run, progress, imported: total(done) };
        if (!(await withTenant(db, merchantId, (tx) => noteProgress(tx, said)))) throw new CutOff("Another took over");
      },
    },
  );
  await rejected.keep();
  const imported = total(report);
  if (imported === null) await end(db, run, { state: "ready", problem: null, checked: report });
  else await end(db, run, { state: "done", problem: null, imported });
}

async function end(
  db: Db,
  run: Run,
  {
    problem,
    ...ended
  }: Omit<Parameters<typeof endRun>[1], keyof Run | "problem"> & { readonly problem: FileProblem | null },
): Promise<void> {
  await withTenant(db, run.merchantId, (tx) => endRun(tx, { ...run, ...ended, problem: storedProblem(problem) }));
}

/** What runs that were cut off wrote is found unchanged by the one that completes them: it counts as they counted it. */
function together(before: ImportReport | null, report: ImportReport): ImportReport {
  if (before === null) return { ...report };
  const written = before.imported + before.updated;
  return {
    imported: before.imported + report.imported,
    updated: before.updated + report.updated,
    unchanged: Math.max(0, report.unchanged - written),
    rejected: report.rejected,
  };
}

/** What is wrong with the file; null where it is no fault of the file's. */
function problemOf(error: unknown, { kind, header }: TakenUpload): FileProblem | null {
  if (error instanceof UnreadableUpload) return error.problem;
  if (!(error instanceof AppError) || error.code !== "invalid") return null;
  const known = kindNamed(kind);
  const columns = known === null ? [] : fileFormats[known].columns;
  const missing = columns.filter(({ name, required }) => required && !header.includes(name)).map(({ name }) => name);
  return missing.length === 0 ? { code: "empty" } : { code: "columns", columns: missing };
}
