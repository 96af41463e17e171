import type { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import type { LinkDoor } from "#db/queries/links.ts";
import { findOfferGround, type OfferGround, type OfferKey } from "#db/queries/offer-ground.ts";
import { productsOf, type StoredProduct } from "#db/queries/offered-products.ts";
import { withTenant } from "#db/tenant.ts";
import { safeUrl } from "#lib/brand/brand-schema.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import type { Candidate } from "#lib/recommend/gate/facts.ts";
import { type GatedRow, gatedRow } from "#lib/recommend/gate/gated-row.ts";
import { BAD_RATING, rowReason } from "#lib/recommend/gate/row-reason.ts";
import { type OfferRow, offerRow, type ProductFace } from "#lib/recommend/page/offer-row.ts";
import { tokenHash } from "#lib/runtime/key-ring.ts";
import { candidatesFor } from "./candidates-for.ts";
import type { OfferToKeep } from "./keep-offer.ts";
import { offerInput, type Proposed } from "./offer-input.ts";
import { storedOffer } from "./stored-offer.ts";
import { storedRecommendRules } from "./stored-rules.ts";

type Deps = { readonly db: Db; readonly now: Temporal.Instant };

/** What the gate made of an order's candidates. */
export type Offered = {
  /** What the page shows; null for nothing. */
  readonly row: OfferRow | null;
  readonly gated: GatedRow;
  /** To be stored once the page is on its way; null where what is stored holds. */
  readonly toKeep: OfferToKeep | null;
};

/** An order by the link that was opened, or by its id. */
type OrderAsked =
  | { readonly door: LinkDoor; readonly token: string }
  | { readonly merchantId: MerchantId; readonly orderId: OrderId };

type Asked = {
  readonly order: OrderAsked;
  /** Whether the page itself is in trouble, or says sorry. */
  readonly hasTrouble: Promise<boolean>;
  /** For the merchant: also judge what nobody would see anyway. */
  readonly judgesAll?: boolean;
};

type Proposal = { readonly proposed: readonly Proposed[]; readonly more: readonly StoredProduct[] };
const NOTHING: Proposal = { proposed: [], more: [] };

/** So many are asked for: the gate turns most of them down for some shoppers. */
const CANDIDATES = 40;
/** For so many days an order's page shows the same row, less what became forbidden since. */
const KEPT_DAYS = 7;

/**
 * The row of recommendations on an order's page at this moment. What was offered stays for a week; what has become forbidden
 * since is gone and not made up for. Throws `not_found` for an order that is not there or a link that is closed.
 */
export async function offeredRow({ db, now }: Deps, { order, hasTrouble, judgesAll = false }: Asked): Promise<Offered> {
  const ground = await findOfferGround(db, keyOf(order), now.toString());
  if (ground === null) throw new AppError("not_found", "There is no such order.");
  const rules = storedRecommendRules(ground.rules);
  const bare = { ground, rules, hasTrouble: await hasTrouble };
  const first = offerInput({ ...bare, proposed: [], more: [] });
  const reason = rowReason(first);
  const stands = standingOffer(ground, first.shopper.heldOut);
  // A held-out shopper's row is made all the same: what it would have brought is what the others' is compared with.
  const isJudged = reason === null || reason === "hold_out" || judgesAll;
  const { proposed, more } = stands ?? (isJudged ? await propose(db, ground) : NOTHING);
  const judged = gatedRow(offerInput({ ...bare, proposed, more }));
  const gated = judgesAll && stands !== null ? withOthers(judged, await gatedAnew(db, bare)) : judged;
  const isKept = stands !== null || isToldAlready(ground, gated);
  return {
    row: rowOf(gated, ground, [...ground.products, ...more]),
    gated,
    toKeep: isKept ? null : offerToKeep(gated, ground),
  };
}

function keyOf(order: OrderAsked): OfferKey {
  return "door" in order ? { ...order.door, tokenHash: tokenHash(order.token) } : order;
}

/** What is offered already, unless it is too old or was made for the other side of the hold-out. */
function standingOffer({ kept }: OfferGround, isHeldOut: boolean): Proposal | null {
  if (kept === null || kept.ageDays >= KEPT_DAYS || kept.heldOut !== isHeldOut) return null;
  const proposed = storedOffer(kept.shown);
  return proposed.length === 0 ? null : { proposed, more: [] };
}

/** What the merchant pinned, then what was learned. */
async function propose(db: Db, { merchantId, shopperId, orderId, pinned, products }: OfferGround): Promise<Proposal> {
  const byHand = pinned.map(
    ({ product, because }): Proposed => ({ product, because: { kind: "pinned", product: because } }),
  );
  const known = new Set(products.map(({ id }) => id));
  return withTenant(db, merchantId, async (tx) => {
    const learned = await candidatesFor(tx, { merchantId, shopperId, orderId, count: CANDIDATES });
    const ids = learned.map(({ product }) => product.id).filter((id) => !known.has(id));
    return {
      proposed: [...byHand, ...learned.map(({ product, because }) => ({ product: product.id, because }))],
      more: await productsOf(tx, { merchantId, ids }),
    };
  });
}

type Bare = Omit<Parameters<typeof offerInput>[0], "proposed" | "more">;

async function gatedAnew(db: Db, bare: Bare): Promise<GatedRow> {
  return gatedRow(offerInput({ ...bare, ...(await propose(db, bare.ground)) }));
}

/** A row that stands, and why everything else that comes into question is not in it. */
function withOthers(standing: GatedRow, anew: GatedRow): GatedRow {
  const known = new Set(
    [...standing.shown, ...standing.withheld.map(({ candidate }) => candidate)].map(({ product }) => product.id),
  );
  const others = anew.withheld.filter(({ candidate }) => !known.has(candidate.product.id));
  return { ...standing, withheld: [...standing.withheld, ...others] };
}

function rowOf(gated: GatedRow, ground: OfferGround, products: readonly StoredProduct[]): OfferRow | null {
  const faces = new Map(products.map((product) => [product.id, faceOf(product, ground.slug)]));
  const named = namedProducts(ground);
  const bought = new Map(products.filter(({ id }) => named.has(id)).map(({ id, title }) => [id, title]));
  return offerRow(gated.shown, { faces, bought });
}

/** What a reason may name: nobody is reminded of what was sent back or disliked. */
function namedProducts({ ordered, purchases, returned, reviews }: OfferGround): ReadonlySet<string> {
  const disliked = reviews.filter(({ rating }) => rating <= BAD_RATING).map(({ product }) => product);
  const sore = new Set([...returned, ...disliked]);
  const bought = [...ordered, ...purchases.map(({ product }) => product)];
  return new Set(bought.filter((id) => !sore.has(id)));
}

function faceOf({ title, priceMinor, currency, pageUrl, pictureId }: StoredProduct, slug: string): ProductFace {
  return {
    title,
    picturePath: pictureId === null ? null : `/media/${slug}/${pictureId}`,
    price: priceMinor === null || currency === null ? null : { minor: priceMinor, currency },
    hasPage: safeUrl(pageUrl) !== null,
  };
}

/** Nothing is shown, for the reason that is stored: once a week is enough. */
function isToldAlready({ kept }: OfferGround, { shown, reason }: GatedRow): boolean {
  if (kept === null || kept.ageDays >= KEPT_DAYS || kept.reason !== reason || reason === "hold_out") return false;
  return shown.length === 0 && storedOffer(kept.shown).length === 0;
}

function offerToKeep(gated: GatedRow, { merchantId, orderId, shopperId }: OfferGround): OfferToKeep {
  const isHeldOut = gated.reason === "hold_out";
  const ghosts = gated.withheld.filter(({ reason }) => reason === "hold_out").map(({ candidate }) => candidate);
  const bare = ({ product, because }: Candidate) => ({ product: product.id, because });
  return {
    ...{ merchantId, orderId, shopperId, heldOut: isHeldOut },
    shown: (isHeldOut ? ghosts : gated.shown).map(bare),
    withheld: gated.withheld
      .filter(({ reason }) => reason !== "hold_out")
      .map(({ candidate, reason }) => ({ ...bare(candidate), reason })),
    reason: gated.reason,
  };
}
