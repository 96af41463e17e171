import type { Tx } from "#db/client.ts";
import { keptRows } from "#db/queries/recommend-increments.ts";
import type { RowToSave, StoredModel } from "#db/queries/recommend-models.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";
import { keptEntries } from "#lib/recommend/learn/learn-model.ts";
import { type CountRow, changedRows, strengthsOf } from "#lib/recommend/learn/transition-counts.ts";
import type { Catalogue } from "./catalogue.ts";
import type { NewsLogs } from "./news-logs.ts";
import { floatsIn, packed, unsignedIn } from "./packed.ts";

/** So many rows are read in one statement. */
const BATCH = 2_000;
const NOTHING: CountRow = { own: 0, entries: [] };

/** The rows that new orders change, ready to write, and the model's weight with them; no rows for an engine without counts. */
export async function rowsAfter(
  tx: Tx,
  change: {
    readonly merchantId: MerchantId;
    readonly model: StoredModel;
    readonly settings: EngineSettings;
    readonly catalogue: Catalogue;
    readonly logs: NewsLogs;
    readonly fresh: Float64Array;
  },
): Promise<{ readonly rows: readonly RowToSave[]; readonly weight: number }> {
  const { model, settings, catalogue, logs, fresh } = change;
  if (settings.engine !== "transitions") return { rows: [], weight: model.weight };
  const touched = [...new Set([...logs.before.products, ...logs.after.products])];
  const kept = await keptCounts(tx, { merchantId: change.merchantId, generation: model.generation, numbers: touched });
  const { held, weight, rows } = changedRows(
    logs,
    { ...model, held: catalogue.held, rowOf: (product) => kept.get(product) ?? NOTHING },
    { settings, keep: keptEntries(catalogue.ids.length) },
  );
  const saved = [...rows].flatMap(([number, { own, entries }]) => {
    const id = catalogue.ids[number];
    if (id === undefined) return [];
    const targets = Uint32Array.from(entries, ({ product }) => product);
    const counts = Float32Array.from(entries, ({ score }) => score);
    return {
      ...{ number, product_id: id, own, held: held[number] ?? 0, fresh: fresh[number] ?? 0, intercept: null },
      ...{ targets: packed(targets), counts: packed(counts) },
      strengths: packed(strengthsOf({ own, targets, counts }, { held, weight }, settings)),
    };
  });
  return { rows: saved, weight };
}

async function keptCounts(
  tx: Tx,
  asked: { readonly merchantId: MerchantId; readonly generation: number; readonly numbers: readonly number[] },
): Promise<ReadonlyMap<number, CountRow>> {
  const kept = new Map<number, CountRow>();
  for (let from = 0; from < asked.numbers.length; from += BATCH) {
    const rows = await keptRows(tx, { ...asked, numbers: asked.numbers.slice(from, from + BATCH) });
    for (const { number, own, targets, counts } of rows) {
      const scores = floatsIn(counts);
      const entries = Array.from(unsignedIn(targets), (product, at) => ({ product, score: scores[at] ?? 0 }));
      kept.set(number, { own, entries });
    }
  }
  return kept;
}
