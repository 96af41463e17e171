import { areAlike } from "./are-alike.ts";
import type { Candidate, GateInput, Pair, ProductFacts } from "./facts.ts";
import { isFee } from "./is-fee.ts";
import type { ProductReason } from "./reasons.ts";
import { isDue } from "./rhythm.ts";
import { BAD_RATING } from "./row-reason.ts";

/** Within so many days what was bought counts as just bought: no more of its kind. */
const SAME_KIND_DAYS = 90;
/** A mean of fewer ratings is an opinion, not "most". */
const LEAST_RATINGS = 3;
const POOR_MEAN = 3;

/** Why this product is not offered to this shopper, whatever else is in the row; null when nothing speaks against it. */
export function productReason(product: ProductFacts, input: GateInput): ProductReason | null {
  return byShop(product, input) ?? byShopper(product, input) ?? byOthers(product) ?? byPurchases(product, input);
}

/** "Because you bought a bowl" is no reason for another bowl, however long ago that was. */
export function isLikeItsReason({ product, because }: Candidate, { shopper, order }: GateInput): boolean {
  if (because.kind !== "bought" || product.replenishable) return false;
  const bought = [...order.products, ...shopper.purchases.map((purchase) => purchase.product)];
  return bought.some((one) => one.id === because.product && areAlike(one, product));
}

/** Whether the merchant pinned it to something in this order. */
export function isPinned(product: ProductFacts, { rules, order }: GateInput): boolean {
  return order.products.some((bought) => isPair(rules.pinned, bought, product));
}

function isPair(pairs: readonly Pair[], from: ProductFacts, to: ProductFacts): boolean {
  return pairs.some((pair) => pair.from === from.id && pair.to === to.id);
}

function byShop(product: ProductFacts, { shopper, order, rules }: GateInput): ProductReason | null {
  if (product.hidden) return "hidden";
  if (isFee(product.title)) return "not_goods";
  const bought = [...order.products, ...shopper.purchases.map((purchase) => purchase.product)];
  if (bought.some((one) => isPair(rules.never, one, product))) return "never_pair";
  return product.stock !== null && product.stock <= 0 ? "out_of_stock" : null;
}

function byShopper(product: ProductFacts, { shopper }: GateInput): ProductReason | null {
  if (shopper.subscribed.has(product.id)) return "subscribed";
  if (shopper.returned.some(({ id }) => id === product.id)) return "returned";
  if (shopper.returned.some((returned) => areAlike(returned, product))) return "like_returned";
  const disliked = shopper.reviews.filter(({ rating }) => rating <= BAD_RATING);
  return disliked.some((review) => areAlike(review.product, product)) ? "rated_badly" : null;
}

function byOthers({ mostReturned, rating }: ProductFacts): ProductReason | null {
  if (mostReturned) return "most_returned";
  return rating !== null && rating.count >= LEAST_RATINGS && rating.mean < POOR_MEAN ? "poorly_rated" : null;
}

function byPurchases(product: ProductFacts, input: GateInput): ProductReason | null {
  const { shopper, order } = input;
  const inOrder = order.products.some(({ id }) => id === product.id);
  const bought = shopper.purchases.filter((purchase) => purchase.product.id === product.id);
  if (product.replenishable) {
    const isWanted = bought.length === 0 || isDue(daysAgoOf(bought), product.usualGapDays);
    return inOrder || !isWanted ? "not_due" : null;
  }
  if (inOrder || bought.length > 0) return "owned";
  // A better model of the same thing is the merchant's to pin, and the shopper's to see once theirs has arrived.
  if (isPinned(product, input) && order.deliveredDaysAgo !== null) return null;
  const recent = shopper.purchases.filter(({ daysAgo }) => daysAgo <= SAME_KIND_DAYS);
  const kinds = [...order.products, ...recent.map((purchase) => purchase.product)];
  return kinds.some((one) => areAlike(one, product)) ? "same_category" : null;
}

function daysAgoOf(purchases: readonly { readonly daysAgo: number }[]): readonly number[] {
  return purchases.map(({ daysAgo }) => daysAgo);
}
