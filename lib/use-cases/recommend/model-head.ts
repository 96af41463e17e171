import type { ModelToSave } from "#db/queries/recommend-models.ts";
import type { ProductId } from "#lib/kernel/ids.ts";
import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";
import { highestOf } from "#lib/recommend/learn/popularity-of.ts";
import { packed, packedIds } from "./packed.ts";

type Head = {
  readonly settings: EngineSettings;
  readonly meanLength: number;
  readonly weight: number;
  readonly scale: number;
  readonly prior: Float32Array;
  readonly popularity: Float32Array;
  readonly fallback: Uint32Array;
  readonly fresh: Float64Array;
  /** Products by number; undefined where one is gone. */
  readonly ids: readonly (ProductId | undefined)[];
};

/** What is stored of a model beside its rows, as far as the products decide it. */
export function modelHead(
  head: Head,
): Omit<ModelToSave, "generation" | "choice" | "orders" | "lines" | "built_at" | "added_until"> {
  const { settings, prior, popularity, fallback } = head;
  return {
    engine: settings.engine,
    settings,
    product_count: prior.length,
    mean_length: head.meanLength,
    weight: head.weight,
    scale: head.scale,
    highest: highestOf(head.fresh),
    fallback: packed(fallback),
    product_ids: packedIds(head.ids),
    priors: packed(prior),
    popularities: packed(popularity),
    least: prior.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
  };
}
