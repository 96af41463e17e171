import { EASE_PRODUCTS, soldCount } from "#lib/recommend/learn/ease-rows.ts";
import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";
import { learnModel } from "#lib/recommend/learn/learn-model.ts";
import type { OrderLog } from "#lib/recommend/learn/order-log.ts";
import { scorerOf } from "#lib/recommend/score/shopper-scores.ts";
import { answersTo, recallOf } from "./answered.ts";
import { type Candidate, candidatesFor, firstEngine } from "./candidates.ts";
import { type Exam, heldBack, type Task } from "./held-back.ts";

/** Fewer questions than this decide nothing. */
const LEAST_CASES = 50;

/** What was chosen for a shop and why: kept beside the model, so that the choice can be read later. */
export type Choice = {
  readonly settings: EngineSettings;
  /** Questions that were asked; 0 when there were too few orders to ask any. */
  readonly cases: number;
  /** Each candidate's best recall of ten products on them, best first. */
  readonly tried: readonly { readonly settings: EngineSettings; readonly recall: number }[];
};

/**
 * Chooses engine and weights by what a shop's own held-back orders say (recall of ten). Pure: the same log gives the same
 * choice. Among the settings of the best engine that the questions cannot tell from the best, the steadiest is taken: the rule
 * of one standard error (Breiman et al., "Classification and Regression Trees", 1984, 3.4.3).
 */
export function chooseEngine(log: OrderLog, task: Task, mayAsk?: (shopper: number) => boolean): Choice {
  const exam = heldBack(log, task, mayAsk);
  if (exam.cases.length < LEAST_CASES) return { settings: firstEngine(task), cases: 0, tried: [] };
  const isSmall = soldCount(log) <= EASE_PRODUCTS;
  const tried = candidatesFor(task, isSmall).map((candidate) => bestWeighing(exam, candidate, task));
  const best = tried.reduce((one, other) => (other.recall > one.recall ? other : one));
  const chosen = tried.find((one) => one.settings.engine === best.settings.engine && isAsGoodAs(one, best)) ?? best;
  return {
    settings: chosen.settings,
    cases: exam.cases.length,
    tried: tried.map(({ settings, recall }) => ({ settings, recall })).sort((one, other) => other.recall - one.recall),
  };
}

type Tried = Choice["tried"][number] & {
  /** Question by question, what share of what was bought is found. */
  readonly found: readonly number[];
};

function bestWeighing(exam: Exam, { settings, weighings }: Candidate, task: Task): Tried {
  const scorer = scorerOf(learnModel(exam.log, settings));
  const asking = { task, count: 10, weights: weighings };
  const answered = exam.cases.map((asked) => ({ target: asked.target, lists: answersTo(scorer, asked, asking) }));
  const results = weighings.map(({ weight, habit }, at) => {
    const found = answered.map(({ target, lists }) => recallOf({ list: lists[at] ?? [], target }));
    return { settings: { ...settings, weight, habit }, recall: meanOf(found), found };
  });
  return results.reduce((best, result) => (result.recall > best.recall ? result : best));
}

/** Whether it is worse by no more than one standard error of the difference, question by question. */
function isAsGoodAs(one: Tried, best: Tried): boolean {
  const differences = best.found.map((found, at) => found - (one.found[at] ?? 0));
  const mean = meanOf(differences);
  const variance = meanOf(differences.map((difference) => (difference - mean) ** 2));
  return mean <= Math.sqrt(variance / differences.length);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
