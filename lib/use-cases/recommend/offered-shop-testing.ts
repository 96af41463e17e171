import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { withTenant } from "#db/tenant.ts";
import type { TestDatabase } from "#db/testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Candidate, GateInput, ProductFacts } from "#lib/recommend/gate/facts.ts";
import { isHeldOut } from "#lib/recommend/measure/is-held-out.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { setRules } from "#lib/use-cases/rules/set-rules.ts";

/** For tests of what is offered: shops written from what the gate should find in them. */

/** Noon everywhere in the test: days are counted by the shop's calendar. */
export const OFFER_NOW = Temporal.Instant.from("2026-11-21T12:00:00Z");
const HOLD_OUT = 0.5;
/** The order of the page was placed so many days before it came, or before now. */
const ON_ITS_WAY = 3;

export type OfferedShop = {
  readonly merchantId: string;
  readonly orderId: string;
  readonly shopperId: string;
  /** By the names that the input gives them. */
  readonly ids: ReadonlyMap<string, string>;
  /** What the gate should find: the order's own things are purchases too, and what was sent back was not kept. */
  readonly input: GateInput;
};

/** Writes a shop in which the gate of the page of its order should find `input`; its candidates were offered before. */
export async function writeOfferedShop(database: TestDatabase, slug: string, given: GateInput): Promise<OfferedShop> {
  const { db } = database;
  const shop = { slug, name: slug, currency: "GBP", zone: "Europe/London", locale: "en", sandbox: true };
  const { merchantId } = await addMerchant({ db, keys }, { ...shop, storefrontUrl: null, supportEmail: null });
  const products = productsIn(given);
  const ids = new Map([...products.keys()].map((name) => [name, newId()]));
  const shopperId = shopperLike(given.shopper.heldOut);
  const orderId = newId();
  await setRules({ db }, { merchantId, kind: "recommend", rules: rulesOf(given, products), actor: "test" });
  await withTenant(db, merchantId, async (tx) => {
    const of = { tx, merchantId, shopperId, orderId, ids };
    await writeProducts(of, products);
    await writeShopper(of, given);
    await writeHistory(of, given);
    await writeOffer(of, given.candidates, given.shopper.heldOut);
  });
  return { merchantId, orderId, shopperId, ids, input: asFound(given) };
}

type Of = {
  readonly tx: Tx;
  readonly merchantId: string;
  readonly shopperId: string;
  readonly orderId: string;
  readonly ids: ReadonlyMap<string, string>;
};

const ago = (days: number, minutes = 0) => OFFER_NOW.subtract({ hours: days * 24, minutes }).toString();
const idOf = ({ ids }: Pick<Of, "ids">, { id }: Pick<ProductFacts, "id">) => ids.get(id) ?? "";

function productsIn({ candidates, shopper, order }: GateInput): ReadonlyMap<string, ProductFacts> {
  const all = [
    ...candidates.map(({ product }) => product),
    ...shopper.purchases.map(({ product }) => product),
    ...shopper.reviews.map(({ product }) => product),
    ...shopper.returned,
    ...order.products,
  ];
  return new Map(all.map((product) => [product.id, product]));
}

function asFound(given: GateInput): GateInput {
  const { shopper, order } = given;
  const placed = (order.deliveredDaysAgo ?? 0) + ON_ITS_WAY;
  const isKept = ({ product }: { product: ProductFacts }) => !shopper.returned.some(({ id }) => id === product.id);
  const own = order.products.map((product) => ({ product, daysAgo: placed }));
  const known = productsIn(given);
  const subscribed = new Set([...shopper.subscribed].filter((id) => known.has(id)));
  return { ...given, shopper: { ...shopper, subscribed, purchases: [...shopper.purchases, ...own].filter(isKept) } };
}

function rulesOf({ rules }: GateInput, products: ReadonlyMap<string, ProductFacts>) {
  const { timing, pinned, never } = rules;
  const distinct = (pairs: typeof pinned) => pairs.filter(({ from, to }) => from !== to);
  const excluded = [...products.values()].filter(({ hidden }) => hidden).map(({ id }) => id);
  return { timing, pinned: distinct(pinned), never: distinct(never), excluded, holdOut: HOLD_OUT };
}

function shopperLike(heldOut: boolean): string {
  const id = newId();
  return isHeldOut(id, HOLD_OUT) === heldOut ? id : shopperLike(heldOut);
}

async function writeProducts(of: Of, products: ReadonlyMap<string, ProductFacts>): Promise<void> {
  const { tx, merchantId } = of;
  for (const product of products.values()) {
    const { title, category, stock, replenishable, mostReturned, rating, usualGapDays } = product;
    const id = idOf(of, product);
    await tx.execute(sql`
      insert into products (merchant_id, id, sku, title, title_as_of, category, stock, replenishable, page_url, price_minor, currency)
      values (${merchantId}, ${id}, ${product.id}, ${title}, now(), ${category}, ${stock}, ${replenishable},
        ${`https://shop.example/${product.id}`}, 1250, 'GBP')`);
    await tx.execute(sql`
      insert into recommend_products (merchant_id, product_id, sold, returned, most_returned, rating_mean, rating_count,
        usual_gap_days, learned_at)
      values (${merchantId}, ${id}, 9, 1, ${mostReturned}, ${rating?.mean ?? null}, ${rating?.count ?? 0}, ${usualGapDays}, now())`);
  }
}

async function writeShopper(of: Of, { shopper }: GateInput): Promise<void> {
  const { tx, merchantId, shopperId } = of;
  await tx.execute(sql`insert into shoppers (merchant_id, id, email, email_key)
    values (${merchantId}, ${shopperId}, 'a@example.com', 'a@example.com')`);
  await tx.execute(sql`insert into consents (merchant_id, id, shopper_id, channel, purpose, granted, source, recorded_at)
    values (${merchantId}, ${newId()}, ${shopperId}, 'email', 'marketing', ${shopper.consents}, 'test', ${ago(400)})`);
  for (const [at, review] of shopper.reviews.entries())
    await tx.execute(sql`insert into reviews (merchant_id, id, shopper_id, product_id, rating, reviewed_at)
      values (${merchantId}, ${newId()}, ${shopperId}, ${idOf(of, review.product)}, ${review.rating}, ${ago(review.daysAgo, at)})`);
  for (const id of shopper.subscribed) {
    if (!of.ids.has(id)) continue;
    await tx.execute(sql`insert into subscriptions (merchant_id, id, shopper_id, product_id, interval_count, interval_unit, status, started_on)
      values (${merchantId}, ${newId()}, ${shopperId}, ${idOf(of, { id })}, 1, 'month', 'active', '2026-01-01')`);
  }
  for (const product of shopper.returned) {
    const id = newId();
    await tx.execute(sql`insert into returns (merchant_id, id, reference, shopper_id, returned_at, source_hash)
      values (${merchantId}, ${id}, ${id}, ${shopperId}, ${ago(1)}, '')`);
    await tx.execute(sql`insert into return_items (merchant_id, return_id, position, product_id, quantity)
      values (${merchantId}, ${id}, 1, ${idOf(of, product)}, 1)`);
  }
}

async function writeHistory(of: Of, { shopper, order }: GateInput): Promise<void> {
  const { deliveredDaysAgo, products } = order;
  await writeOrder(of, of.orderId, (deliveredDaysAgo ?? 0) + ON_ITS_WAY, products);
  await writeParcel(of, of.orderId, deliveredDaysAgo === null ? "in_transit" : "delivered", deliveredDaysAgo ?? 0);
  for (const { product, daysAgo } of shopper.purchases) await writeOrder(of, newId(), daysAgo, [product]);
  if (!shopper.openProblem) return;
  const lost = newId();
  await writeOrder(of, lost, 9, []);
  await writeParcel(of, lost, "lost", 1);
}

async function writeOrder({ tx, ...of }: Of, id: string, daysAgo: number, products: readonly ProductFacts[]) {
  await tx.execute(sql`
    insert into orders (merchant_id, id, number, number_key, shopper_id, placed_at, currency, subtotal_minor, shipping_minor,
      tax_minor, discount_minor, total_minor, source, source_hash)
    values (${of.merchantId}, ${id}, ${id}, ${id}, ${of.shopperId}, ${ago(daysAgo)}, 'GBP', 0, 0, 0, 0, 0, 'test', '')`);
  for (const [at, product] of products.entries())
    await tx.execute(sql`
      insert into line_items (merchant_id, order_id, position, product_id, sku, title, quantity, unit_price_minor)
      values (${of.merchantId}, ${id}, ${at + 1}, ${idOf(of, product)}, ${product.id}, ${product.title}, 1, 1250)`);
}

async function writeParcel({ tx, merchantId }: Of, orderId: string, status: string, daysAgo: number): Promise<void> {
  const id = newId();
  await tx.execute(sql`insert into shipments (merchant_id, id, order_id, carrier, tracking_number, shipped_at)
    values (${merchantId}, ${id}, ${orderId}, 'ups', ${id}, ${ago(daysAgo)})`);
  await tx.execute(sql`insert into tracking_states (merchant_id, shipment_id, status, news_at, checked_at)
    values (${merchantId}, ${id}, ${status}, ${ago(daysAgo)}, ${OFFER_NOW.toString()})`);
}

async function writeOffer({ tx, ...of }: Of, candidates: readonly Candidate[], heldOut: boolean): Promise<void> {
  if (candidates.length === 0) return;
  const shown = candidates.map(({ product }) => ({ product: idOf(of, product), because: { kind: "popular" } }));
  await tx.execute(sql`
    insert into offers (merchant_id, id, order_id, shopper_id, offered_at, shown, withheld, held_out)
    values (${of.merchantId}, ${newId()}, ${of.orderId}, ${of.shopperId}, ${ago(1)}, ${JSON.stringify(shown)}::text::jsonb, '[]', ${heldOut})`);
}
