import type { Tx } from "#db/client.ts";
import { rowFigures } from "#db/queries/recommend-increments.ts";
import { productIds } from "#db/queries/recommend-log.ts";
import type { MerchantId, ProductId } from "#lib/kernel/ids.ts";

/** The products of a generation by number, and behind them those that came since. */
export type Catalogue = {
  /** Undefined where a product is gone. */
  readonly ids: readonly (ProductId | undefined)[];
  readonly numbers: ReadonlyMap<ProductId, number>;
  readonly newNumbers: readonly number[];
  readonly held: Float64Array;
  readonly fresh: Float64Array;
  /** What the regression gives each; null for another engine. */
  readonly intercepts: readonly number[] | null;
};

/** Reads a generation's products; `intercept` is what the engine gives a product that it has not learned of. */
export async function readCatalogue(
  tx: Tx,
  model: { readonly merchantId: MerchantId; readonly generation: number; readonly intercept: number | null },
): Promise<Catalogue> {
  const rows = await rowFigures(tx, model);
  const numbers = new Map(rows.map(({ productId, number }) => [productId, number]));
  const first = (rows.at(-1)?.number ?? -1) + 1;
  const fresh = (await productIds(tx, model)).filter((id) => !numbers.has(id));
  for (const [at, id] of fresh.entries()) numbers.set(id, first + at);
  const count = first + fresh.length;
  const ids: (ProductId | undefined)[] = Array.from({ length: count });
  for (const [id, number] of numbers) ids[number] = id;
  const catalogue = { held: new Float64Array(count), fresh: new Float64Array(count) };
  const intercepts = model.intercept === null ? null : Array<number>(count).fill(model.intercept);
  for (const row of rows) {
    catalogue.held[row.number] = row.held;
    catalogue.fresh[row.number] = row.fresh;
    if (intercepts !== null && row.intercept !== null) intercepts[row.number] = row.intercept;
  }
  return { ...catalogue, ids, numbers, intercepts, newNumbers: fresh.map((_, at) => first + at) };
}
