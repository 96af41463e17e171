import type { BoughtRow, CandidateRow, PriorRow, ServingModel } from "#db/queries/recommend-serving.ts";
import type { ProductFacts } from "#lib/recommend/gate/facts.ts";
import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";
import type { ModelPart, PartialRow, Prior } from "#lib/recommend/score/partial-model.ts";
import { floatsIn, unsignedIn } from "./packed.ts";

type ReadModel = ServingModel & { readonly settings: EngineSettings };

/** What scoring takes of a stored model: the rows of these products, and the head of what sells. */
export function modelPart(model: ReadModel, rows: readonly BoughtRow[], used: ReadonlySet<number>): ModelPart {
  const { settings, productCount, meanLength, scale, least } = model;
  const count = model.fallback.length / 12;
  return {
    ...{ settings, productCount, meanLength, scale, least },
    rows: rows.flatMap((row) =>
      row.number !== null && used.has(row.number) ? partialRow(row, row.number, model) : [],
    ),
    fallback: {
      products: unsignedIn(model.fallback, 0, count),
      priors: floatsIn(model.fallback, count, 2 * count),
      popularities: floatsIn(model.fallback, 2 * count),
    },
  };
}

function partialRow(row: BoughtRow, product: number, { highest }: ReadModel): PartialRow {
  const nothing = new Uint8Array(0);
  return {
    product,
    ...priorOf({ fresh: row.fresh ?? 0, intercept: row.intercept }, highest),
    targets: unsignedIn(row.targets ?? nothing),
    strengths: floatsIn(row.strengths ?? nothing),
  };
}

/** A product's prior: what the regression gives it, or its share of what sells now. */
export function priorOf({ fresh, intercept }: Pick<PriorRow, "fresh" | "intercept">, highest: number): Prior {
  const popularity = highest > 0 ? fresh / highest : 0;
  return { prior: intercept ?? popularity, popularity };
}

/** What the gate must know of a stored product. What the merchant's hand says of it is not in here. */
export function factsOf(row: CandidateRow): ProductFacts {
  const { id, title, category, stock, replenishable, usualGapDays } = row;
  const rating = row.ratingMean === null ? null : { mean: row.ratingMean, count: row.ratingCount ?? 0 };
  const mostReturned = row.mostReturned ?? false;
  return { id, title, category, stock, replenishable, usualGapDays, rating, mostReturned, hidden: false };
}
