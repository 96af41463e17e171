import type { BoughtRow, CandidateRow, ServingModel } from "#db/queries/recommend-serving.ts";
import type { ProductFacts } from "#lib/recommend/gate/facts.ts";
import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";
import type { ModelPart } from "#lib/recommend/score/compact-scores.ts";
import type { ModelFigures } from "./model-figures.ts";
import { floatsIn, unsignedIn } from "./packed.ts";

type ReadModel = ServingModel & { readonly settings: EngineSettings; readonly figures: ModelFigures };

/** What scoring takes of a stored model: the rows of these products, and every product's figures. */
export function modelPart(model: ReadModel, rows: readonly BoughtRow[], used: ReadonlySet<number>): ModelPart {
  const { settings, productCount, meanLength, scale, figures } = model;
  const nothing = new Uint8Array(0);
  return {
    ...{ settings, productCount, meanLength, scale },
    ...{ prior: figures.priors, popularity: figures.popularities, fallback: figures.fallback },
    rows: rows.flatMap(({ number, targets, strengths }) =>
      number !== null && used.has(number)
        ? { product: number, targets: unsignedIn(targets ?? nothing), strengths: floatsIn(strengths ?? nothing) }
        : [],
    ),
  };
}

/** What the gate must know of a stored product. What the merchant's hand says of it is not in here. */
export function factsOf(row: CandidateRow): ProductFacts {
  const { id, title, category, stock, replenishable, usualGapDays } = row;
  const rating = row.ratingMean === null ? null : { mean: row.ratingMean, count: row.ratingCount ?? 0 };
  const mostReturned = row.mostReturned ?? false;
  return { id, title, category, stock, replenishable, usualGapDays, rating, mostReturned, hidden: false };
}
