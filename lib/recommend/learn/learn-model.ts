import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Model, Rows } from "#lib/recommend/score/model.ts";
import { scorerOf } from "#lib/recommend/score/shopper-scores.ts";
import { easeRows } from "./ease-rows.ts";
import type { EngineSettings } from "./engine-settings.ts";
import { type OrderLog, ordersOf, shopperCount } from "./order-log.ts";
import { popularityOf } from "./popularity-of.ts";
import { transitionCounts, transitionRows } from "./transition-counts.ts";

/** Shoppers by whom the rows' scale is found; a mean over so many is as good as over all. */
const SCALE_SHOPPERS = 2_000;
/** How many products stand ready for shoppers of whom nothing is known. */
const FALLBACK = 1_000;

/** Entries that are kept of a product's row: 200 lose nothing that can be measured; 50 keep a large shop within bounds. */
function keptEntries(productCount: number): number {
  return productCount <= 20_000 ? 200 : 50;
}

/** Learns one engine from a log; pure and deterministic: the same log and settings give the same model. */
export function learnModel(log: OrderLog, settings: EngineSettings): Model {
  const popularity = popularityOf(log);
  const learned = learnedRows(log, settings, popularity);
  const model = {
    settings,
    productCount: log.productCount,
    popularity,
    fallback: highest(learned.prior, popularity),
    scale: 1,
    ...learned,
  };
  return settings.engine === "ease" ? model : { ...model, scale: scaleOf(log, model) };
}

function learnedRows(
  log: OrderLog,
  settings: EngineSettings,
  popularity: Float32Array,
): { readonly rows: Rows; readonly prior: Float32Array; readonly meanLength: number } {
  switch (settings.engine) {
    case "transitions": {
      const counts = transitionCounts(log, settings, keptEntries(log.productCount));
      return { rows: transitionRows(counts, settings), prior: popularity, meanLength: counts.meanLength };
    }
    case "ease":
      return { ...easeRows(log, settings, keptEntries(log.productCount)), meanLength: 1 };
    case "popularity":
      return { rows: noRows(log.productCount), prior: popularity, meanLength: 1 };
    default:
      return assertNever(settings);
  }
}

function noRows(productCount: number): Rows {
  return { starts: new Uint32Array(productCount + 1), targets: new Uint32Array(0), strengths: new Float32Array(0) };
}

function highest(prior: Float32Array, popularity: Float32Array): Uint32Array {
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
