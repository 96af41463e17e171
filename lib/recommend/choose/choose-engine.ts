import { EASE_PRODUCTS, soldCount } from "#lib/recommend/learn/ease-rows.ts";
import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";
import { learnModel } from "#lib/recommend/learn/learn-model.ts";
import type { OrderLog } from "#lib/recommend/learn/order-log.ts";
import { scorerOf } from "#lib/recommend/score/shopper-scores.ts";
import { answersTo, qualityOf } from "./answered.ts";
import { type Candidate, candidatesFor, firstEngine } from "./candidates.ts";
import { type Case, heldBack, type Task } from "./held-back.ts";

/** Fewer questions than this decide nothing. */
const LEAST_CASES = 50;

/** What was chosen for a shop and why: kept beside the model, so that the choice can be read later. */
export type Choice = {
  readonly settings: EngineSettings;
  /** Questions that were asked; 0 when there were too few orders to ask any. */
  readonly cases: number;
  /** Each engine's best recall of ten products on them, best first. */
  readonly tried: readonly { readonly settings: EngineSettings; readonly recall: number }[];
};

/**
 * Chooses engine and weights by what a shop's own held-back orders say (recall of ten). A tie goes to the simpler engine,
 * which comes first. Pure: the same log gives the same choice.
 */
export function chooseEngine(log: OrderLog, task: Task, mayAsk?: (shopper: number) => boolean): Choice {
  const exam = heldBack(log, task, mayAsk);
  if (exam.cases.length < LEAST_CASES) return { settings: firstEngine(task), cases: 0, tried: [] };
  const isSmall = soldCount(log) <= EASE_PRODUCTS;
  const tried = candidatesFor(task, isSmall)
    .map((candidate) => bestWeighing(exam, candidate, task))
    .sort((one, other) => other.recall - one.recall);
  return { settings: tried[0]?.settings ?? firstEngine(task), cases: exam.cases.length, tried };
}

function bestWeighing(
  exam: { readonly log: OrderLog; readonly cases: readonly Case[] },
  { settings, weighings }: Candidate,
  task: Task,
): { readonly settings: EngineSettings; readonly recall: number } {
  const scorer = scorerOf(learnModel(exam.log, settings));
  const asking = { task, count: 10, weights: weighings };
  const lists = exam.cases.map((asked) => answersTo(scorer, asked, asking));
  const results = weighings.map(({ weight, habit }, at) => {
    const answers = exam.cases.map(({ target }, asked) => ({ list: lists[asked]?.[at] ?? [], target }));
    return { settings: { ...settings, weight, habit }, recall: qualityOf(answers).recall };
  });
  return results.reduce((best, result) => (result.recall > best.recall ? result : best));
}
