import type { ModelToSave } from "#db/queries/recommend-models.ts";
import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";
import { highestOf } from "#lib/recommend/learn/popularity-of.ts";
import { packed } from "./packed.ts";

type Head = {
  readonly settings: EngineSettings;
  readonly meanLength: number;
  readonly weight: number;
  readonly scale: number;
  readonly prior: Float32Array;
  readonly popularity: Float32Array;
  readonly fallback: Uint32Array;
  readonly fresh: Float64Array;
};

/** What is stored of a model beside its rows, as far as the products decide it. */
export function modelHead(
  head: Head,
): Pick<
  ModelToSave,
  "engine" | "settings" | "product_count" | "mean_length" | "weight" | "scale" | "highest" | "fallback" | "least"
> {
  const { settings, prior, popularity, fallback } = head;
  const headOf = (values: Float32Array) => Float32Array.from(fallback, (product) => values[product] ?? 0);
  return {
    engine: settings.engine,
    settings,
    product_count: prior.length,
    mean_length: head.meanLength,
    weight: head.weight,
    scale: head.scale,
    highest: highestOf(head.fresh),
    fallback: packed(fallback, headOf(prior), headOf(popularity)),
    least: prior.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
  };
}
