import type { Tx } from "#db/client.ts";
import { findBoughtRows, findCandidateRows, findServingModel } from "#db/queries/recommend-serving.ts";
import type { MerchantId, OrderId, ShopperId } from "#lib/kernel/ids.ts";
import type { Because, Candidate, ProductFacts } from "#lib/recommend/gate/facts.ts";
import { isDue } from "#lib/recommend/gate/rhythm.ts";
import { type Placed, partialScorer } from "#lib/recommend/score/partial-model.ts";
import { RECENT_ORDERS } from "#lib/recommend/score/recent-history.ts";
import { type Bought, boughtHistory } from "./bought-history.ts";
import { modelFigures } from "./model-figures.ts";
import { factsOf, modelPart } from "./model-part.ts";
import { storedSettings } from "./stored-settings.ts";

/** Of a history of large orders not more lines are read. */
const MOST_LINES = 400;
/** Among the candidates so many stand that cannot be shown because the shopper has them: the merchant reads why. */
const OWNED = 8;
/** So many products that are due again by the shopper's own rhythm come before all others. */
const DUE_FIRST = 2;

export type CandidatesAsked = {
  readonly merchantId: MerchantId;
  /** Null where nobody is known to have ordered: the order speaks alone. */
  readonly shopperId: ShopperId | null;
  readonly orderId: OrderId;
  /** How many, besides a few that the shopper owns already. */
  readonly count: number;
};

/**
 * The products that come into question for a shopper who looks at an order, best first: what is due again, then what the
 * shop's engine puts first for what the shopper bought, then what sells. None where nothing is learned yet. Three reads, two of them at once.
 */
export async function candidatesFor(tx: Tx, asked: CandidatesAsked): Promise<readonly Candidate[]> {
  const { merchantId } = asked;
  // Asked at once: the second does not wait for the first one's way.
  const [model, found] = await Promise.all([
    findServingModel(tx, { merchantId }),
    findBoughtRows(tx, { ...asked, orders: RECENT_ORDERS, lines: MOST_LINES }),
  ]);
  const settings = storedSettings(model?.settings);
  if (model === null || settings === null) return [];
  const figures = await modelFigures(tx, { merchantId, model });
  if (figures === null) return [];
  const { generation } = model;
  // A new generation may have taken its place in between: its numbers mean other products.
  const rows = found.filter((row) => row.generation === generation);
  const bought = boughtHistory(rows);
  const scorer = partialScorer(modelPart({ ...model, settings, figures }, rows, bought.used), bought.history);
  const notOwned = (product: number) => !bought.owned.has(product);
  const placed = [
    ...scorer.best({ count: asked.count, isOut: (product) => bought.owned.has(product) }),
    ...scorer.best({ count: OWNED, isOut: notOwned }),
  ];
  const idOf = ({ product }: Placed) => figures.idOf(product);
  const known = await findCandidateRows(tx, { merchantId, ids: placed.map(idOf) });
  const facts = new Map(known.map((row) => [row.id, factsOf(row)]));
  return withDueFirst(
    placed.flatMap((one) => candidateOf(one, bought, facts.get(idOf(one)))),
    bought,
  );
}

function candidateOf(placed: Placed, bought: Bought, product: ProductFacts | undefined): readonly Candidate[] {
  if (product === undefined) return [];
  const because = becauseOf(placed, bought, product);
  // What never sold and what nothing speaks for is not even popular.
  return because === null ? [] : [{ product, because }];
}

function becauseOf({ because, tie }: Placed, bought: Bought, product: ProductFacts): Because | null {
  if (product.replenishable && bought.daysAgoOf(product.id).length > 0) return { kind: "used_up", product: product.id };
  const id = because === null ? undefined : bought.ids.get(because);
  if (id !== undefined) return { kind: "bought", product: id };
  return tie > 0 ? { kind: "popular" } : null;
}

function withDueFirst(candidates: readonly Candidate[], { daysAgoOf }: Bought): readonly Candidate[] {
  const due = candidates
    .filter(({ product, because }) => because.kind === "used_up" && isDue(daysAgoOf(product.id), product.usualGapDays))
    .slice(0, DUE_FIRST);
  return [...due, ...candidates.filter((candidate) => !due.includes(candidate))];
}
