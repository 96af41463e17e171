import { type ProductFactsToSave, type RowToSave, saveProductFacts, saveRows } from "#db/queries/recommend-models.ts";
import type { ProductId } from "#lib/kernel/ids.ts";
import type { Learned } from "#lib/recommend/learn/learn-model.ts";
import type { LearningRun } from "./learning-run.ts";
import { packed } from "./packed.ts";

/** So many rows go in one statement. */
const BATCH = 500;

/** Writes a learned model's rows as the run's generation, which nobody is served from yet. */
export async function writeRows(run: LearningRun, learned: Learned, ids: readonly ProductId[]): Promise<void> {
  const { merchantId, generation } = run;
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = ids.slice(from, from + BATCH).map((id, at) => rowOf(learned, id, from + at));
    await run.step({ phase: "writing", done: from, total: ids.length }, (tx) =>
      saveRows(tx, { merchantId, generation, rows }),
    );
  }
}

function rowOf({ model, fresh, counts }: Learned, id: ProductId, number: number): RowToSave {
  const { starts, targets, strengths } = model.rows;
  const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? 0];
  return {
    number,
    product_id: id,
    own: counts?.own[number] ?? 0,
    held: counts?.held[number] ?? 0,
    fresh: fresh[number] ?? 0,
    intercept: model.settings.engine === "ease" ? (model.prior[number] ?? 0) : null,
    targets: packed(targets.subarray(from, to)),
    strengths: packed(strengths.subarray(from, to)),
    counts: counts === null ? "" : packed(counts.rows.strengths.subarray(from, to)),
  };
}

/** Keeps what was learned about products beside their rows. */
export async function writeFacts(
  run: LearningRun,
  facts: readonly ProductFactsToSave[],
  learnedAt: string,
): Promise<void> {
  const { merchantId } = run;
  for (let from = 0; from < facts.length; from += BATCH) {
    const some = facts.slice(from, from + BATCH);
    await run.step({ phase: "writing", done: from, total: facts.length }, (tx) =>
      saveProductFacts(tx, { merchantId, learnedAt, facts: some }),
    );
  }
}
