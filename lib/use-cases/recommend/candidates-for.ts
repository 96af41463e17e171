import type { Tx } from "#db/client.ts";
import { findBoughtRows, findCandidateRows } from "#db/queries/recommend-serving.ts";
import type { MerchantId, OrderId, ShopperId } from "#lib/kernel/ids.ts";
import type { Because, Candidate, ProductFacts } from "#lib/recommend/gate/facts.ts";
import { isDue } from "#lib/recommend/gate/rhythm.ts";
import { listsByPart, type Placed } from "#lib/recommend/score/partial-model.ts";
import { RECENT_ORDERS, RECENT_PRODUCTS } from "#lib/recommend/score/recent-history.ts";
import { type Bought, boughtHistory } from "./bought-history.ts";
import { factsOf, rowsOf } from "./model-part.ts";
import { servingModel } from "./serving-model.ts";

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
 * shop's engine puts first for what the shopper bought, then what sells. None where nothing is learned yet. Two reads, one
 * behind the other.
 */
export async function candidatesFor(tx: Tx, asked: CandidatesAsked): Promise<readonly Candidate[]> {
  const { merchantId } = asked;
  const limits = { orders: RECENT_ORDERS, lines: MOST_LINES, heard: RECENT_PRODUCTS };
  const { version, rows } = await findBoughtRows(tx, { ...asked, ...limits });
  const model = version === null ? null : await servingModel(tx, { merchantId, version });
  if (model === null) return [];
  const bought = boughtHistory(rows);
  const part = { ...model, rows: rowsOf(rows, bought.used) };
  const placed = listsByPart(part, bought.history, [
    { count: asked.count, isOut: (product) => bought.owned.has(product) },
    { count: OWNED, isOut: (product) => !bought.owned.has(product) },
  ]).flat();
  const ids = placed.map(({ product }) => model.idOf(product));
  const known = await findCandidateRows(tx, { merchantId, ids });
  const facts = new Map<string, ProductFacts>(known.map((row) => [row.id, factsOf(row)]));
  return withDueFirst(
    placed.flatMap((one, at) => candidateOf(one, bought, facts.get(ids[at] ?? ""))),
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
