import type { OfferGround } from "#db/queries/offer-ground.ts";
import type { StoredProduct } from "#db/queries/offered-products.ts";
import type { ProductId } from "#lib/kernel/ids.ts";
import type { Because, Candidate, GateInput, ProductFacts } from "#lib/recommend/gate/facts.ts";
import { isHeldOut } from "#lib/recommend/measure/is-held-out.ts";
import { merchantRulesOf, productFactsOf } from "./merchants-view.ts";
import type { RecommendRules } from "./recommend-rules-schema.ts";

export type Proposed = { readonly product: ProductId; readonly because: Because };

type Asked = {
  readonly ground: OfferGround;
  readonly rules: RecommendRules;
  /** Best first; what is not among the products is left out. */
  readonly proposed: readonly Proposed[];
  /** Products that the ground does not hold. */
  readonly more: readonly StoredProduct[];
  /** The page itself is in trouble, whatever is stored. */
  readonly hasTrouble: boolean;
};

/** What the gate judges for an order's page. Nobody is known to have agreed to anything where nobody is known to have ordered. */
export function offerInput({ ground, rules, proposed, more, hasTrouble }: Asked): GateInput {
  const stored = [...ground.products, ...more];
  const facts = new Map(stored.map((product) => [product.id, productFactsOf(product, rules)]));
  const known = <T extends { readonly product: ProductId }>(list: readonly T[]) =>
    list.flatMap((each) => {
      const product = facts.get(each.product);
      return product === undefined ? [] : [{ ...each, product }];
    });
  const named = (ids: readonly ProductId[]): readonly ProductFacts[] =>
    known(ids.map((product) => ({ product }))).map(({ product }) => product);
  const candidates: readonly Candidate[] = known(proposed);
  return {
    candidates,
    shopper: {
      consents: consents(ground, rules),
      heldOut: ground.shopperId !== null && isHeldOut(ground.shopperId, rules.holdOut),
      openProblem: ground.hasProblem || hasTrouble,
      purchases: known(ground.purchases),
      returned: named(ground.returned),
      subscribed: new Set(ground.subscribed),
      reviews: known(ground.reviews),
    },
    order: { products: named(ground.ordered), deliveredDaysAgo: ground.deliveredDaysAgo },
    rules: merchantRulesOf(rules, stored),
  };
}

function consents({ shopperId, hasAgreed, hasRefused }: OfferGround, rules: RecommendRules): boolean {
  if (shopperId === null) return false;
  return rules.consent === "given" ? hasAgreed : hasAgreed || !hasRefused;
}
