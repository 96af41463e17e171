import type { EngineSettings } from "#lib/recommend/learn/engine-settings.ts";

/** For each product the products that it speaks for, best first: row `i` is `starts[i]` to `starts[i + 1]`. */
export type Rows = {
  readonly starts: Uint32Array;
  readonly targets: Uint32Array;
  readonly strengths: Float32Array;
};

/**
 * What was learned, in the one form that every engine ends in: sparse rows and a prior a product. It is all that serving
 * needs: 8 bytes an entry of the rows and 12 a product.
 */
export type Model = {
  readonly settings: EngineSettings;
  readonly productCount: number;
  readonly rows: Rows;
  /** What a product has without any history: popularity, or the learned intercept. */
  readonly prior: Float32Array;
  /** Breaks ties: the share of what sells now, 0 to 1. */
  readonly popularity: Float32Array;
  /** Products with the highest prior, best first: whom the history says nothing of. */
  readonly fallback: Uint32Array;
  /** Mean length of a decayed history while learning. */
  readonly meanLength: number;
  /** The mean over shoppers of their strongest product's strength: what `weight` is measured against. */
  readonly scale: number;
};
