import type { Tx } from "#db/client.ts";
import { findServingModel } from "#db/queries/recommend-serving.ts";
import type { MerchantId, ProductId } from "#lib/kernel/ids.ts";
import type { ModelPart } from "#lib/recommend/score/partial-model.ts";
import { floatsIn, idIn, unsignedIn } from "./packed.ts";
import { storedSettings } from "./stored-settings.ts";

/** A model as serving takes it, but for its rows; `fallback`, `prior` and `popularity` are of every product, by number. */
export type KeptModel = Omit<ModelPart, "rows"> & {
  readonly version: string;
  readonly idOf: (product: number) => ProductId;
  readonly bytes: number;
};

/** Some forty shops of a hundred thousand products, or any number of small ones. */
const MOST_BYTES = 96 * 1024 * 1024;

/** What this process was asked for last, by merchant, oldest first: models change with new orders, every few minutes. */
const kept = new Map<MerchantId, KeptModel>();

/**
 * The model of this version, read once. Null where it is gone: it was replaced in between, or an older release wrote it and it is
 * learned anew.
 */
export async function servingModel(
  tx: Tx,
  { merchantId, version }: { readonly merchantId: MerchantId; readonly version: string },
): Promise<KeptModel | null> {
  const found = kept.get(merchantId);
  kept.delete(merchantId);
  const model = found?.version === version ? found : await readModel(tx, merchantId);
  if (model === null || model.version !== version || model.prior.length < model.productCount) return null;
  kept.set(merchantId, model);
  let bytes = [...kept.values()].reduce((sum, one) => sum + one.bytes, 0);
  for (const [oldest, one] of kept) {
    if (bytes <= MOST_BYTES || kept.size === 1) break;
    kept.delete(oldest);
    bytes -= one.bytes;
  }
  return model;
}

async function readModel(tx: Tx, merchantId: MerchantId): Promise<KeptModel | null> {
  const row = await findServingModel(tx, { merchantId });
  const settings = storedSettings(row?.settings);
  if (row === null || settings === null) return null;
  const { version, productCount, meanLength, scale, fallback, priors, popularities } = row;
  const ids = Buffer.from(row.productIds);
  return {
    ...{ version, settings, productCount, meanLength, scale },
    // Copies: the driver's pieces would keep all that came with them.
    fallback: unsignedIn(new Uint8Array(fallback)),
    prior: floatsIn(new Uint8Array(priors)),
    popularity: floatsIn(new Uint8Array(popularities)),
    idOf: (product) => idIn(ids, product) as ProductId,
    bytes: fallback.length + priors.length + popularities.length + ids.length,
  };
}
