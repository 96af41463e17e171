import type { Tx } from "#db/client.ts";
import { findServingFigures, type ServingModel } from "#db/queries/recommend-serving.ts";
import type { MerchantId, ProductId } from "#lib/kernel/ids.ts";
import { floatsIn, idIn, unsignedIn } from "./packed.ts";

/** A model's figures of every product, by number. */
export type ModelFigures = {
  readonly version: string;
  /** Products with the highest prior, best first. */
  readonly fallback: Uint32Array;
  readonly priors: Float32Array;
  readonly popularities: Float32Array;
  readonly idOf: (product: number) => ProductId;
  readonly bytes: number;
};

/** Some forty shops of a hundred thousand products, or any number of small ones. */
const MOST_BYTES = 96 * 1024 * 1024;

/** What this process was asked for last, by merchant, oldest first: figures change with new orders, every few minutes. */
const kept = new Map<MerchantId, ModelFigures>();

/**
 * The figures of the model that serves, read once a version. Null where they are not of this one: it was replaced in between,
 * or an older release wrote it and it is learned anew.
 */
export async function modelFigures(
  tx: Tx,
  { merchantId, model }: { readonly merchantId: MerchantId; readonly model: ServingModel },
): Promise<ModelFigures | null> {
  const found = kept.get(merchantId);
  kept.delete(merchantId);
  const figures = found?.version === model.version ? found : await readFigures(tx, merchantId);
  if (figures === null || figures.version !== model.version || figures.priors.length < model.productCount) return null;
  kept.set(merchantId, figures);
  let bytes = [...kept.values()].reduce((sum, one) => sum + one.bytes, 0);
  for (const [oldest, one] of kept) {
    if (bytes <= MOST_BYTES || kept.size === 1) break;
    kept.delete(oldest);
    bytes -= one.bytes;
  }
  return figures;
}

async function readFigures(tx: Tx, merchantId: MerchantId): Promise<ModelFigures | null> {
  const row = await findServingFigures(tx, { merchantId });
  if (row === null) return null;
  const { version, fallback, priors, popularities } = row;
  // A copy: the driver's piece would keep all that came with it.
  const ids = Uint8Array.from(row.productIds);
  return {
    version,
    fallback: unsignedIn(fallback),
    priors: floatsIn(priors),
    popularities: floatsIn(popularities),
    idOf: (product) => idIn(ids, product) as ProductId,
    bytes: fallback.length + priors.length + popularities.length + ids.length,
  };
}
