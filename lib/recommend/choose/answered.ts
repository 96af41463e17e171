import type { History } from "#lib/recommend/score/recent-history.ts";
import type { Scorer, Wanted, Weights } from "#lib/recommend/score/shopper-scores.ts";
import type { Case, Task } from "./held-back.ts";

/** What an answer may hold. */
export type Asking = {
  readonly task: Task;
  readonly count: number;
  /** Products that must not be in the answer, besides those that the task leaves out. */
  readonly isOut?: (product: number) => boolean;
};

/** The products that a scorer puts first for a question, best first, by its own weights. */
export function answerTo(scorer: Scorer, { history }: Case, asking: Asking): readonly number[] {
  return scorer.best(history, wantedBy(asking, history)).map(({ product }) => product);
}

/** The same for several weights, a list each. */
export function answersTo(
  scorer: Scorer,
  { history }: Case,
  asking: Asking & { readonly weights: readonly Weights[] },
): readonly (readonly number[])[] {
  const lists = scorer.bestByWeights(history, wantedBy(asking, history), asking.weights);
  return lists.map((list) => list.map(({ product }) => product));
}

function wantedBy({ task, count, isOut = () => false }: Asking, history: History): Wanted {
  const known = new Set(task === "next-basket" ? [] : history.flatMap((order) => Array.from(order)));
  return { count, isOut: (product) => known.has(product) || isOut(product) };
}

/** How good answers are, means over questions, 0 to 1. */
export type Quality = {
  /** Found products as a share of those that were bought. */
  readonly recall: number;
  /** Discounted gain against the best order of as many hits as the list and the target allow. */
  readonly ndcg: number;
  /** Questions with at least one product found. */
  readonly hitRate: number;
};

type Answered = { readonly list: readonly number[]; readonly target: ReadonlySet<number> };

/** What share of what was bought a list holds. */
export function recallOf({ list, target }: Answered): number {
  return list.reduce((hits, product) => hits + (target.has(product) ? 1 : 0), 0) / target.size;
}

/** The quality of lists against what was bought. */
export function qualityOf(answers: readonly Answered[]): Quality {
  const sums = { recall: 0, ndcg: 0, hitRate: 0 };
  for (const answer of answers) {
    const { list, target } = answer;
    const gains = list.map((product, at) => (target.has(product) ? 1 / Math.log2(at + 2) : 0));
    const ideal = list.slice(0, target.size).reduce((sum, _, at) => sum + 1 / Math.log2(at + 2), 0);
    sums.recall += recallOf(answer);
    sums.hitRate += gains.some((gain) => gain > 0) ? 1 : 0;
    sums.ndcg += ideal > 0 ? gains.reduce((sum, gain) => sum + gain, 0) / ideal : 0;
  }
  const count = Math.max(1, answers.length);
  return { recall: sums.recall / count, ndcg: sums.ndcg / count, hitRate: sums.hitRate / count };
}
