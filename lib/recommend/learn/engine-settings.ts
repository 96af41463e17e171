/** How a history becomes a vector and how its parts are weighed; the same while learning and while serving. */
export type Weighing = {
  /** What a product keeps of its weight from one order to the next, 0 to 1. */
  readonly decay: number;
  /** 0: a long history counts as the sum of its products; 1: as one product. */
  readonly lengthPower: number;
  /** Of the rows against the prior. */
  readonly weight: number;
  /** Of the shopper's own repetition against the prior. */
  readonly habit: number;
};

/**
 * What goes with what, counted sparsely. `of`: what later orders of the same shopper hold, products of the same order, or all
 * that a shopper ever bought (where an order is hardly ever more than one product).
 */
export type TransitionSettings = Weighing & {
  readonly engine: "transitions";
  readonly of: "later-orders" | "same-order" | "same-history";
  /** What an older transition of a shopper keeps of its weight with each newer one; for later orders. */
  readonly older: number;
  /** Pseudo-counts added to a product before its row is divided. */
  readonly prior: number;
  /** 1 divides a row by its product's count, 0 not at all. */
  readonly power: number;
};

/** Item-item regression with an unpenalised intercept; for shops of up to about 5,000 products. */
export type EaseSettings = Weighing & {
  readonly engine: "ease";
  /** What a row of the regression is: an order, or all that a shopper ever bought. */
  readonly of: "orders" | "histories";
  readonly ridge: number;
  /** Share of products dropped at random in effect (EDLAE), 0 to below 1. */
  readonly dropout: number;
  /** 0: every row counts alike; 1: long rows count as one product. */
  readonly rowPower: number;
  /** Popular products are divided by their count to this power. */
  readonly popularityPower: number;
};

export type PopularitySettings = Weighing & { readonly engine: "popularity" };

export type EngineSettings = TransitionSettings | EaseSettings | PopularitySettings;
