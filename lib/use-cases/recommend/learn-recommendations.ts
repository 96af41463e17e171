import type { Tx } from "#db/client.ts";
import {
  type LearningMark,
  learningMark,
  productIds,
  productRatings,
  returnedLines,
} from "#db/queries/recommend-log.ts";
import {
  dropStaleFacts,
  type ProductFactsToSave,
  saveModel,
  sellsReplenishables,
} from "#db/queries/recommend-models.ts";
import type { MerchantId, ProductId } from "#lib/kernel/ids.ts";
import { type Choice, chooseEngine } from "#lib/recommend/choose/choose-engine.ts";
import type { Task } from "#lib/recommend/choose/held-back.ts";
import { taskOf } from "#lib/recommend/choose/task-of.ts";
import { mostReturned } from "#lib/recommend/gate/most-returned.ts";
import { type Learned, learnedOf } from "#lib/recommend/learn/learn-model.ts";
import { orderCount, orderCounts } from "#lib/recommend/learn/order-log.ts";
import { beginRun, type LearnDeps, type LearningRun } from "./learning-run.ts";
import { modelHead } from "./model-head.ts";
import { type ReadOrders, readOrderLog } from "./read-order-log.ts";
import { writeFacts, writeRows } from "./write-generation.ts";

/** What a shop's orders taught. */
export type LearningReport = {
  readonly generation: number;
  readonly task: Task;
  readonly choice: Choice;
  readonly products: number;
  readonly orders: number;
  readonly lines: number;
};

/**
 * Learns a shop's recommendations from all its orders: engine and weights are chosen on orders that it holds back, rows are
 * written beside those that serve, and one transaction puts them in their place. Null where nothing was sold yet. May be
 * killed at any point and begun again. Computes for minutes in one go where the shop is large: not for a busy event loop.
 */
export async function learnRecommendations(
  deps: LearnDeps,
  merchant: { readonly merchantId: MerchantId },
): Promise<LearningReport | null> {
  const run = await beginRun(deps, merchant);
  const begin = { phase: "reading", done: 0, total: 0 } as const;
  const mark = await run.step(begin, (tx) => learningMark(tx, merchant));
  const ids = await run.step(begin, (tx) => productIds(tx, merchant));
  const read = await readOrderLog(run, new Map(ids.map((id, number) => [id, number])), mark);
  if (orderCount(read.log) === 0) {
    await run.step({ phase: "done", done: 0, total: 0 }, () => Promise.resolve());
    return null;
  }
  const sells = await run.step({ phase: "choosing", done: 0, total: 0 }, (tx) => sellsReplenishables(tx, merchant));
  const task = taskOf(read.log, sells);
  const choice = chooseEngine(read.log, task);
  const facts = await run.step({ phase: "learning", done: 0, total: 0 }, (tx) => factsOf(tx, merchant, { ids, read }));
  const learned = learnedOf(read.log, choice.settings);
  await writeRows(run, learned, ids);
  await writeFacts(run, facts, mark.until);
  return finish(run, { mark, task, choice, learned, read, ids });
}

async function finish(
  run: LearningRun,
  result: {
    readonly mark: LearningMark;
    readonly task: Task;
    readonly choice: Choice;
    readonly learned: Learned;
    readonly read: ReadOrders;
    readonly ids: readonly ProductId[];
  },
): Promise<LearningReport> {
  const { merchantId, generation } = run;
  const { mark, task, choice, learned, read, ids } = result;
  const { productCount: products } = learned.model;
  const report = { generation, products, orders: orderCount(read.log), lines: read.log.products.length, task, choice };
  const model = {
    ...modelHead({ ...learned.model, ...learned, ids, weight: learned.counts?.weight ?? 0 }),
    ...{ generation, orders: report.orders, lines: report.lines, choice: { task, ...choice } },
    ...{ built_at: mark.until, added_until: mark.until },
  };
  await run.step({ phase: "done", done: products, total: products }, async (tx) => {
    await dropStaleFacts(tx, { merchantId, learnedAt: mark.until });
    await saveModel(tx, { merchantId, model });
  });
  return report;
}

async function factsOf(
  tx: Tx,
  merchant: { readonly merchantId: MerchantId },
  { ids, read }: { readonly ids: readonly ProductId[]; readonly read: ReadOrders },
): Promise<readonly ProductFactsToSave[]> {
  const back = new Map((await returnedLines(tx, merchant)).map(({ id, count }) => [id, count]));
  const ratings = new Map((await productRatings(tx, merchant)).map((rating) => [rating.id, rating]));
  const sold = orderCounts(read.log);
  const returned = Float64Array.from(ids, (id) => back.get(id) ?? 0);
  const marks = mostReturned({ sold, returned });
  return ids.flatMap((id, number) => {
    const rating = ratings.get(id);
    const [soldTimes = 0, returnedTimes = 0] = [sold[number], returned[number]];
    if (soldTimes + returnedTimes === 0 && rating === undefined) return [];
    return {
      ...{ product_id: id, sold: soldTimes, returned: returnedTimes, most_returned: marks[number] === 1 },
      ...{ rating_mean: rating?.mean ?? null, rating_count: rating?.count ?? 0 },
      usual_gap_days: read.usualGapDays[number] ?? null,
    };
  });
}
