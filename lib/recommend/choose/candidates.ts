import type {
  EaseSettings,
  EngineSettings,
  PopularitySettings,
  TransitionSettings,
} from "#lib/recommend/learn/engine-settings.ts";
import type { Weights } from "#lib/recommend/score/shopper-scores.ts";
import type { Task } from "./held-back.ts";

/** Settings to learn with, and the weighings to try on what was learned. */
export type Candidate = {
  readonly settings: EngineSettings;
  readonly weighings: readonly Weights[];
};

const LATER = { engine: "transitions", of: "later-orders", older: 0.15, weight: 2, habit: 0.35 } as const;
const LONG_MEMORY: TransitionSettings = { ...LATER, decay: 0.95, lengthPower: 0.25, prior: 60, power: 0.4 };
const SHORT_MEMORY: TransitionSettings = { ...LATER, decay: 0.9, lengthPower: 0.4, prior: 20, power: 0.5 };
/** Where orders are small and rare, older ones tell as much as the last. */
const LONG_ALIKE: TransitionSettings = { ...LONG_MEMORY, older: 0.7 };
const SHORT_ALIKE: TransitionSettings = { ...SHORT_MEMORY, older: 0.7 };
const SAME_ORDER: TransitionSettings = {
  engine: "transitions",
  of: "same-order",
  older: 1,
  decay: 0.5,
  lengthPower: 0.5,
  prior: 20,
  power: 0.5,
  weight: 2,
  habit: 0,
};
const SAME_HISTORY: TransitionSettings = { ...SAME_ORDER, of: "same-history", decay: 0.8, habit: 0.35 };
const REGRESSION = { engine: "ease", decay: 1, lengthPower: 0, weight: 1, habit: 0 } as const;
const LARGE_CATALOGUE: EaseSettings = {
  ...REGRESSION,
  of: "orders",
  ridge: 25,
  dropout: 0,
  rowPower: 0.6,
  popularityPower: 0.1,
};
const SMALL_CATALOGUE: EaseSettings = {
  ...REGRESSION,
  of: "orders",
  ridge: 100,
  dropout: 0.3,
  rowPower: 0.25,
  popularityPower: 0,
};
const HISTORIES: EaseSettings = {
  ...REGRESSION,
  of: "histories",
  ridge: 300,
  dropout: 0,
  rowPower: 0.5,
  popularityPower: 0,
};
const POPULARITY: PopularitySettings = { engine: "popularity", decay: 0.9, lengthPower: 0, weight: 0, habit: 0.2 };

const WEIGHTS = [0.5, 1, 2, 4];
/** A grocer's regulars repeat; a gift shop's do not. */
const HABITS = [0, 0.2, 0.35, 0.5, 1, 2];

/**
 * What is tried on a shop's held-back orders, of each engine the steadiest first, which counts on few observations least;
 * regressions only where the catalogue is small enough to invert.
 */
export function candidatesFor(task: Task, isSmall: boolean): readonly Candidate[] {
  if (task === "completion") {
    const regressions = isSmall ? [LARGE_CATALOGUE, SMALL_CATALOGUE].map(asIs) : [];
    return [asIs(POPULARITY), { settings: SAME_ORDER, weighings: grid([0.5, 1, 2, 4, 8], [0]) }, ...regressions];
  }
  const habits = task === "novel" ? [0] : HABITS;
  const transitions = [LONG_MEMORY, LONG_ALIKE, SHORT_MEMORY, SHORT_ALIKE, SAME_HISTORY].map((settings) => ({
    settings,
    weighings: grid(WEIGHTS, habits),
  }));
  const regression = { settings: HISTORIES, weighings: grid([1], task === "novel" ? [0] : [0, 0.02, 0.1]) };
  return [{ settings: POPULARITY, weighings: grid([0], habits) }, ...transitions, ...(isSmall ? [regression] : [])];
}

/** What a shop starts with while it has too few orders to choose by. */
export function firstEngine(task: Task): EngineSettings {
  return task === "completion" ? SAME_ORDER : LONG_MEMORY;
}

function asIs(settings: EngineSettings): Candidate {
  return { settings, weighings: [settings] };
}

function grid(weights: readonly number[], habits: readonly number[]) {
  return weights.flatMap((weight) => habits.map((habit) => ({ weight, habit })));
}
