import type { StoredProduct } from "#db/queries/offered-products.ts";
import type { ProductId } from "#lib/kernel/ids.ts";
import type { MerchantRules, Pair, ProductFacts } from "#lib/recommend/gate/facts.ts";
import type { RecommendRules, SkuPair } from "./recommend-rules-schema.ts";

/** A product as the gate judges it: in the merchant's own categories, and hidden where the merchant excludes it. */
export function productFactsOf(stored: StoredProduct, { excluded, categories }: RecommendRules): ProductFacts {
  const { id, sku, title, category, stock, replenishable, mostReturned, ratingMean, ratingCount, usualGapDays } =
    stored;
  const own = keyOf(category ?? "");
  const group =
    categories.find(({ skus }) => skus.includes(sku)) ??
    categories.find((each) => category !== null && each.categories.some((name) => keyOf(name) === own));
  return {
    ...{ id, title, stock, replenishable, mostReturned, usualGapDays },
    category: group?.name ?? category,
    hidden: excluded.includes(sku),
    rating: ratingMean === null || ratingCount === 0 ? null : { mean: ratingMean, count: ratingCount },
  };
}

/** The merchant's rules in ids. A pair of which either product is none of these says nothing about them. */
export function merchantRulesOf(rules: RecommendRules, products: readonly StoredProduct[]): MerchantRules {
  const ids = new Map(products.map(({ sku, id }) => [sku, id]));
  return { timing: rules.timing, pinned: pairsOf(rules.pinned, ids), never: pairsOf(rules.never, ids) };
}

function pairsOf(pairs: readonly SkuPair[], ids: ReadonlyMap<string, ProductId>): readonly Pair[] {
  return pairs.flatMap((pair) => {
    const [from, to] = [ids.get(pair.from), ids.get(pair.to)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

function keyOf(category: string): string {
  return category.trim().toLowerCase();
}
