import type { Db, Tx } from "#db/client.ts";
import { newOrdersByShopper } from "#db/queries/recommend-increments.ts";
import { type LearningMark, learningMark } from "#db/queries/recommend-log.ts";
import { lockModel, type StoredModel, saveFigures, saveRows, updateModel } from "#db/queries/recommend-models.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";
import { fallbackOf } from "#lib/recommend/learn/learn-model.ts";
import { freshSums, popularityOf } from "#lib/recommend/learn/popularity-of.ts";
import { type Catalogue, readCatalogue } from "./catalogue.ts";
import { modelHead } from "./model-head.ts";
import { type NewsLogs, newsLogs } from "./news-logs.ts";
import { rowsAfter } from "./rows-after.ts";
import { storedSettings } from "./stored-settings.ts";

/** So many rows are written in one statement. */
const BATCH = 1_000;

/** What was added to a model. */
export type Added = { readonly orders: number; readonly rows: number };

/**
 * Adds the orders that came in since to a merchant's model, without reading those that it holds: the rows of products that
 * these shoppers bought change, no other. All in one transaction; where the engine keeps no counts only what sells is brought
 * up to date. Null where nothing is learned yet, or what is stored is of another version.
 */
export async function addOrders(
  { db }: { readonly db: Db },
  merchant: { readonly merchantId: MerchantId },
): Promise<Added | null> {
  const mark = await withTenant(db, merchant.merchantId, (tx) => learningMark(tx, merchant));
  return withTenant(db, merchant.merchantId, async (tx) => {
    const model = await lockModel(tx, merchant);
    const settings = storedSettings(model?.settings);
    return model === null || settings === null ? null : addTo(tx, merchant, { model, settings, mark });
  });
}

type Adding = { readonly model: StoredModel; readonly settings: EngineSettings; readonly mark: LearningMark };

async function addTo(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
  { model, settings, mark }: Adding,
): Promise<Added> {
  const { generation, builtAt, addedUntil } = model;
  const intercept = settings.engine === "ease" ? model.least : null;
  const catalogue = await readCatalogue(tx, { merchantId, generation, intercept });
  const news = await newOrdersByShopper(tx, { merchantId, builtAt, from: addedUntil, until: mark.until });
  const logs = newsLogs(news, catalogue.numbers, model.builtDay);
  const added = freshSums(logs.added);
  const fresh = catalogue.fresh.map((sum, number) => sum + (added[number] ?? 0));
  await saveChangedFigures(tx, { merchantId, generation, catalogue, fresh, logs });
  const changed = await rowsAfter(tx, { merchantId, model, settings, catalogue, logs, fresh });
  for (let from = 0; from < changed.rows.length; from += BATCH) {
    await saveRows(tx, { merchantId, generation, rows: changed.rows.slice(from, from + BATCH) });
  }
  const popularity = popularityOf(fresh);
  const prior = popularity.map((share, number) => catalogue.intercepts?.[number] ?? share);
  const fallback = fallbackOf(prior, popularity);
  const orders = logs.added.freshness.length;
  const learned = { prior, popularity, fallback, fresh, ids: catalogue.ids };
  const head = modelHead({ ...model, settings, weight: changed.weight, ...learned });
  const counted = { orders: model.orders + orders, lines: model.lines + logs.added.products.length };
  await updateModel(tx, { merchantId, model: { ...head, ...counted, added_until: mark.until } });
  return { orders, rows: changed.rows.length };
}

/** Products that are new, and those that sold. */
async function saveChangedFigures(
  tx: Tx,
  change: {
    readonly merchantId: MerchantId;
    readonly generation: number;
    readonly catalogue: Catalogue;
    readonly fresh: Float64Array;
    readonly logs: NewsLogs;
  },
): Promise<void> {
  const { merchantId, generation, catalogue, fresh, logs } = change;
  const numbers = [...new Set([...catalogue.newNumbers, ...logs.added.products])];
  for (let from = 0; from < numbers.length; from += BATCH) {
    const figures = numbers.slice(from, from + BATCH).flatMap((number) => {
      const id = catalogue.ids[number];
      const intercept = catalogue.intercepts?.[number] ?? null;
      return id === undefined ? [] : [{ number, product_id: id, fresh: fresh[number] ?? 0, intercept }];
    });
    await saveFigures(tx, { merchantId, generation, figures });
  }
}
