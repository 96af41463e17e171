import type { Db } from "#db/client.ts";
import { countOffers, type OfferOfPeriod, offersOfPeriod } from "#db/queries/dry-run-offers.ts";
import { findOfferGround, type OfferGround } from "#db/queries/offer-ground.ts";
import { productsOf } from "#db/queries/offered-products.ts";
import { findRules } from "#db/queries/rules.ts";
import { productIdsBySku } from "#db/queries/save-products.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, ProductId } from "#lib/kernel/ids.ts";
import type { Compared, Sample } from "#lib/promise/tried.ts";
import { type GatedRow, gatedRow } from "#lib/recommend/gate/gated-row.ts";
import { ROW_REASONS } from "#lib/recommend/gate/reasons.ts";
import type { ShownSum } from "#lib/recommend/measure/shown-sum.ts";
import { candidatesFor } from "#lib/use-cases/recommend/candidates-for.ts";
import { offerInput, type Proposed } from "#lib/use-cases/recommend/offer-input.ts";
import type { RecommendRules } from "#lib/use-cases/recommend/recommend-rules-schema.ts";
import { storedOffer } from "#lib/use-cases/recommend/stored-offer.ts";
import { storedRecommendRules } from "#lib/use-cases/recommend/stored-rules.ts";
import { newShown, noteShown, type ShownCounting, shownSum } from "./shown-counting.ts";
import type { TryClock } from "./try-clock.ts";

type Deps = { readonly db: Db };
type Asked = {
  readonly merchantId: MerchantId;
  readonly rules: RecommendRules;
  readonly sinceMs: number;
  readonly clock: TryClock;
};

export type RecommendTried = Sample & { readonly kind: "recommend" } & Compared<ShownSum>;

/** Each look is read anew with all that its shopper bought, returned and said. */
const MOST_LOOKS = 2_000;
const AT_ONCE = 4;
/** As many as a page asks for. */
const CANDIDATES = 40;

/**
 * What shoppers would have been shown at the looks of the last days, beside what the rules that hold show and what they really
 * saw: by the function that gates every row. Reads only. Of a busy shop an even sample.
 */
export async function tryRecommendRules(
  deps: Deps,
  { merchantId, rules, sinceMs, clock }: Asked,
): Promise<RecommendTried> {
  const start = await withTenant(deps.db, merchantId, async (tx) => {
    const of = await countOffers(tx, { merchantId, sinceMs });
    const step = Math.max(1, Math.ceil(of / MOST_LOOKS));
    const offers = await offersOfPeriod(tx, { merchantId, sinceMs, step, limit: MOST_LOOKS });
    const holds = storedRecommendRules((await findRules(tx, { merchantId, kind: "recommend" }))?.rules);
    const skus = [...rules.pinned, ...holds.pinned].map(({ to }) => to);
    return { of, offers, holds, pinnedIds: await productIdsBySku(tx, { merchantId, skus }) };
  });
  const { offers, holds, pinnedIds } = start;
  const sums = { would: newShown(), now: newShown(), really: newShown() };
  let looked = 0;
  while (looked < offers.length && !clock.isOver()) {
    const some = offers.slice(looked, looked + AT_ONCE);
    await Promise.all(
      some.map(async (offer) => {
        const look = await lookOf(deps, merchantId, offer, [...pinnedIds.values()]);
        if (look === null) return;
        noteShown(sums.would, offer, gatedBy(rules, look, pinnedIds));
        noteShown(sums.now, offer, gatedBy(holds, look, pinnedIds));
        noteReally(sums.really, offer);
      }),
    );
    looked += some.length;
    clock.tell(looked, offers.length);
    await clock.breathe();
  }
  return {
    kind: "recommend",
    ...{ looked, of: start.of, isCut: looked < offers.length },
    ...{ would: shownSum(sums.would), now: shownSum(sums.now), really: shownSum(sums.really) },
  };
}

type Look = {
  readonly offer: OfferOfPeriod;
  readonly ground: OfferGround;
  readonly proposed: readonly Proposed[];
  readonly more: Awaited<ReturnType<typeof productsOf>>;
};

/** What is known of a look: with what came into question then, else with what does now. */
async function lookOf(
  { db }: Deps,
  merchantId: MerchantId,
  offer: OfferOfPeriod,
  pinned: readonly ProductId[],
): Promise<Look | null> {
  const { orderId, shopperId, offeredAt } = offer;
  const found = await findOfferGround(db, { merchantId, orderId }, offeredAt);
  if (found === null) return null;
  const ground = asThen(found, offer);
  const judged = [...storedOffer(offer.shown), ...storedOffer(offer.withheld)].filter(
    ({ because }) => because.kind !== "pinned",
  );
  return withTenant(db, merchantId, async (tx) => {
    const proposed: readonly Proposed[] =
      judged.length > 0
        ? judged
        : (await candidatesFor(tx, { merchantId, shopperId, orderId, count: CANDIDATES })).map(
            ({ product, because }) => ({
              product: product.id,
              because,
            }),
          );
    const known = new Set(ground.products.map(({ id }) => id));
    const named = [...proposed.map(({ product }) => product), ...pinned];
    const ids = [...new Set(named)].filter((id) => !known.has(id));
    return { offer, ground, proposed, more: await productsOf(tx, { merchantId, ids }) };
  });
}

/** What the stored reason says of the moment of the look: it is surer than what is reckoned back from today. */
function asThen(ground: OfferGround, { reason }: OfferOfPeriod): OfferGround {
  const place = reason === null ? ROW_REASONS.length : ROW_REASONS.indexOf(reason as (typeof ROW_REASONS)[number]);
  const hadProblem =
    place > ROW_REASONS.indexOf("open_problem") ? false : ground.hasProblem || reason === "open_problem";
  return {
    ...ground,
    hasProblem: hadProblem,
    deliveredDaysAgo: reason === "not_delivered" ? null : ground.deliveredDaysAgo,
  };
}

function gatedBy(
  rules: RecommendRules,
  { ground, proposed, more }: Look,
  pinnedIds: ReadonlyMap<string, ProductId>,
): GatedRow {
  const bySku = new Map([...ground.products, ...more].map(({ sku, id }) => [sku, id]));
  const ordered = new Set(ground.ordered);
  const byHand = rules.pinned.flatMap(({ from, to }): Proposed[] => {
    const [because, product] = [bySku.get(from), pinnedIds.get(to)];
    if (because === undefined || product === undefined || !ordered.has(because)) return [];
    return [{ product, because: { kind: "pinned", product: because } }];
  });
  return gatedRow(offerInput({ ground, rules, proposed: [...byHand, ...proposed], more, hasTrouble: false }));
}

function noteReally(sum: ShownCounting, offer: OfferOfPeriod): void {
  const shown = offer.reason === null ? storedOffer(offer.shown).length : 0;
  noteShown(sum, offer, { shown: Array.from({ length: shown }), reason: offer.reason });
}
