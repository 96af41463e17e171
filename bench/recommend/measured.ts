import { answerTo, qualityOf } from "#lib/recommend/choose/answered.ts";
import { chooseEngine } from "#lib/recommend/choose/choose-engine.ts";
import type { Case, Task } from "#lib/recommend/choose/held-back.ts";
import { mostReturned, type ReturnCounts } from "#lib/recommend/gate/most-returned.ts";
import { learnModel } from "#lib/recommend/learn/learn-model.ts";
import { scorerOf } from "#lib/recommend/score/shopper-scores.ts";
import type { Experiment } from "./shop-data.ts";

/** A question with the list that answers it. */
export type Answer = { readonly list: readonly number[]; readonly target: ReadonlySet<number> };
export type Measured = {
  readonly answers: readonly Answer[];
  /** The same questions, the most-returned products left out. */
  readonly checked: readonly Answer[] | null;
  readonly chooseSeconds: number;
  readonly trainSeconds: number;
  readonly serveMs: readonly number[];
};

/** Chooses, learns and asks, as a shop would; what was tried goes to stderr. */
export function measured({ log, cases, mayAsk, returns }: Experiment, task: Task): Measured {
  const started = performance.now();
  const choice = chooseEngine(log, task, mayAsk);
  for (const { settings, recall } of choice.tried) console.error(recall.toFixed(4), JSON.stringify(settings));
  const chosen = performance.now();
  const scorer = scorerOf(learnModel(log, choice.settings));
  const trained = performance.now();
  const serveMs: number[] = [];
  const answers = cases.map((asked) => {
    const from = performance.now();
    const list = answerTo(scorer, asked, { task, count: 10 });
    serveMs.push(performance.now() - from);
    return { list, target: asked.target };
  });
  const marks = returns === null || task !== "novel" ? null : mostReturned(returns);
  const isOut = (product: number) => marks?.[product] === 1;
  const checkedList = (asked: Case) => answerTo(scorer, asked, { task, count: 10, isOut });
  const checked = marks === null ? null : cases.map((asked) => ({ list: checkedList(asked), target: asked.target }));
  return {
    answers,
    checked,
    chooseSeconds: (chosen - started) / 1000,
    trainSeconds: (trained - chosen) / 1000,
    serveMs,
  };
}

/** Recall, NDCG (ideal: as many hits as list and target allow) and hit rates at ten. */
export function figuresOf(answers: readonly Answer[]): Readonly<Record<string, number>> {
  const { recall, ndcg, hitRate } = qualityOf(answers);
  return { recall10: rounded(recall), ndcg10: rounded(ndcg), phr10: rounded(hitRate), hr10: rounded(hitRate) };
}

/** What leaving out the most-returned tenth costs, and what it spares. */
export function returnFigures(
  { answers, checked }: Measured,
  returns: ReturnCounts | null,
): Readonly<Record<string, number>> {
  if (checked === null || returns === null) return {};
  const rates = returns.sold.map((sold, product) =>
    sold > 0 ? Math.min(1, (returns.returned[product] ?? 0) / sold) : 0,
  );
  const [free, held] = [qualityOf(answers).recall, qualityOf(checked).recall];
  return {
    recall10Checked: rounded(held),
    recallCostOfCheck: rounded(free > 0 ? 1 - held / free : 0),
    returnRateShown: rounded(meanRate(answers, rates)),
    returnRateShownChecked: rounded(meanRate(checked, rates)),
  };
}

function meanRate(answers: readonly Answer[], rates: Float64Array): number {
  const shown = answers.flatMap(({ list }) => list.map((product) => rates[product] ?? 0));
  return shown.reduce((sum, rate) => sum + rate, 0) / Math.max(1, shown.length);
}

function rounded(figure: number): number {
  return Math.round(figure * 10_000) / 10_000;
}
