import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Model, Rows } from "#lib/recommend/score/model.ts";
import { scorerOf } from "#lib/recommend/score/shopper-scores.ts";
import { easeRows } from "./ease-rows.ts";
import type { EngineSettings } from "./engine-settings.ts";
import { type OrderLog, ordersOf, shopperCount } from "./order-log.ts";
import { freshSums, popularityOf } from "./popularity-of.ts";
import { type TransitionCounts, transitionCounts, transitionRows } from "./transition-counts.ts";

/** Shoppers by whom the rows' scale is found; a mean over so many is as good as over all. */
const SCALE_SHOPPERS = 2_000;
/** How many products stand ready for shoppers of whom nothing is known. */
const FALLBACK = 1_000;

/** Entries that are kept of a product's row: 100 lose next to nothing of recall; 50 keep a large shop within bounds. */
export function keptEntries(productCount: number): number {
  return productCount <= 20_000 ? 100 : 50;
}

/** A model with what it takes to add later orders to it. */
export type Learned = {
  readonly model: Model;
  /** Sums of freshness by product, of which popularity is made. */
  readonly fresh: Float64Array;
  /** Null for an engine that is learned anew instead. */
  readonly counts: TransitionCounts | null;
};

/** Learns one engine from a log; pure and deterministic: the same log and settings give the same model. */
export function learnModel(log: OrderLog, settings: EngineSettings): Model {
  return learnedOf(log, settings).model;
}

/** As `learnModel`, with what the model was made of. */
export function learnedOf(log: OrderLog, settings: EngineSettings): Learned {
  const fresh = freshSums(log);
  const popularity = popularityOf(fresh);
  const { counts, ...learned } = learnedRows(log, settings, popularity);
  const model = {
    settings,
    productCount: log.productCount,
    popularity,
    fallback: fallbackOf(learned.prior, popularity),
    scale: 1,
    ...learned,
  };
  return { fresh, counts, model: settings.engine === "ease" ? model : { ...model, scale: scaleOf(log, model) } };
}

function learnedRows(log: OrderLog, settings: EngineSettings, popularity: Float32Array): LearnedRows {
  switch (settings.engine) {
    case "transitions": {
      const counts = transitionCounts(log, settings, keptEntries(log.productCount));
      return { rows: transitionRows(counts, settings), prior: popularity, meanLength: counts.meanLength, counts };
    }
    case "ease":
      return { ...easeRows(log, settings, keptEntries(log.productCount)), meanLength: 1, counts: null };
    case "popularity":
      return { rows: noRows(log.productCount), prior: popularity, meanLength: 1, counts: null };
    default:
      return assertNever(settings);
  }
}

type LearnedRows = Pick<Model, "rows" | "prior" | "meanLength"> & Pick<Learned, "counts">;

function noRows(productCount: number): Rows {
  return { starts: new Uint32Array(productCount + 1), targets: new Uint32Array(0), strengths: new Float32Array(0) };
}

/** The products with the highest prior, best first: as many as stand ready. */
export function fallbackOf(prior: Float32Array, popularity: Float32Array): Uint32Array {
  return Uint32Array.from(prior.keys())
    .sort((a, b) => (prior[b] ?? 0) - (prior[a] ?? 0) || (popularity[b] ?? 0) - (popularity[a] ?? 0) || a - b)
    .slice(0, FALLBACK);
}

function scaleOf(log: OrderLog, model: Model): number {
  const scorer = scorerOf(model);
  const shoppers = shopperCount(log);
  const step = Math.max(1, Math.floor(shoppers / SCALE_SHOPPERS));
  let [sum, count] = [0, 0];
  for (let shopper = 0; shopper < shoppers; shopper += step) {
    const orders = ordersOf(log, shopper);
    if (orders.length === 0) continue;
    sum += scorer.peak(orders);
    count += 1;
  }
  return sum > 0 ? sum / count : 1;
}
