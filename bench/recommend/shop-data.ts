import type { Case, Task } from "#lib/recommend/choose/held-back.ts";
import type { ReturnCounts } from "#lib/recommend/gate/most-returned.ts";
import type { OrderLog } from "#lib/recommend/learn/order-log.ts";

/** One training log and the questions asked of what is learned from it; data with folds have several. */
export type Experiment = {
  readonly log: OrderLog;
  readonly cases: readonly Case[];
  /** Whose last order may be held back to choose an engine: shoppers whose sequence is whole. */
  readonly mayAsk: (shopper: number) => boolean;
  /** Where the data tell what came back. */
  readonly returns: ReturnCounts | null;
};

/** What `--protocol` and `--strict` ask for. */
export type Protocol = { readonly task: Task; readonly strict: boolean };
