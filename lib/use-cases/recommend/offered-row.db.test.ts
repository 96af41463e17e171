import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { brokenRules } from "#lib/recommend/gate/broken-rules-testing.ts";
import type { GateInput } from "#lib/recommend/gate/facts.ts";
import { anyInput, merchantRules, productFacts, shopperFacts } from "#lib/recommend/gate/gate-testing.ts";
import { gatedRow } from "#lib/recommend/gate/gated-row.ts";
import { judgedOffer } from "./judged-offer.ts";
import { keepOffer } from "./keep-offer.ts";
import { offeredRow } from "./offered-row.ts";
import { OFFER_NOW, type OfferedShop, writeOfferedShop } from "./offered-shop-testing.ts";

let database: TestDatabase;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function write(input: GateInput): Promise<OfferedShop> {
  shops += 1;
  return writeOfferedShop(database, `offered-${shops}`, input);
}

const look = ({ merchantId, orderId }: OfferedShop, { hasTrouble = false, days = 0 } = {}) =>
  offeredRow(
    { db: database.db, now: OFFER_NOW.add({ hours: 24 * days }) },
    { order: { merchantId, orderId }, hasTrouble: Promise.resolve(hasTrouble) },
  );

function namesOf({ ids }: OfferedShop, { row }: Awaited<ReturnType<typeof look>>): readonly string[] {
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  return (row?.cards ?? []).map(({ productId }) => names.get(productId) ?? "");
}

/** Any history, with at most one thing against the whole row: else hardly a shop would show anything. */
const mostlyOpen: fc.Arbitrary<GateInput> = fc.tuple(anyInput, fc.nat(11)).map(([input, against]) => ({
  ...input,
  shopper: {
    ...input.shopper,
    consents: against !== 0,
    heldOut: against === 1,
    openProblem: against === 2,
    reviews: input.shopper.reviews.map((review) => ({ ...review, daysAgo: review.daysAgo + (against === 3 ? 0 : 91) })),
  },
  order: against === 4 ? input.order : { ...input.order, deliveredDaysAgo: 20 },
  rules: against === 5 ? input.rules : { ...input.rules, timing: { kind: "after_delivery", days: 14 } },
}));

test("whatever a shop's tables hold, nothing that is gated is shown, and nothing else is held back", async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(mostlyOpen, async (given) => {
      const shop = await write(given);
      const { input } = shop;
      const names = namesOf(shop, await look(shop));
      shown += names.length;
      const products = new Map(input.candidates.map(({ product }) => [product.id, product]));
      for (const name of names) {
        const product = products.get(name);
        if (product !== undefined) expect(brokenRules(product, input)).toEqual([]);
      }
      if (input.candidates.length > 0) expect(names).toEqual(gatedRow(input).shown.map(({ product }) => product.id));
    }),
    { numRuns: 45, endOnFailure: true },
  );
  // Shops that show nothing would keep every rule.
  expect(shown).toBeGreaterThan(2);
}, 60_000);

const tea = productFacts("tea", { title: "Oolong", category: "Tea" });
const cup = productFacts("cup", { title: "Cup", category: "Cups" });
const pot = productFacts("pot", { title: "Pot", category: "Pots" });
const scoop = productFacts("scoop", { title: "Scoop", category: "Tools" });
const plain = (changes: Partial<GateInput> = {}): GateInput => ({
  candidates: [cup, pot].map((product) => ({ product, because: { kind: "popular" } })),
  shopper: shopperFacts(),
  order: { products: [tea], deliveredDaysAgo: 4 },
  rules: merchantRules(),
  ...changes,
});
const change = ({ merchantId }: OfferedShop, query: string) =>
  withTenant(database.db, merchantId, (tx) => tx.execute(sql.raw(query)));

test("what was offered stays while it may; what has become forbidden is gone and not made up for", async () => {
  const shop = await write(plain({ rules: merchantRules({ pinned: [{ from: "tea", to: "scoop" }] }) }));
  await change(
    shop,
    `insert into products (merchant_id, id, sku, title, title_as_of) values
    ('${shop.merchantId}', gen_random_uuid(), 'scoop', 'Scoop', now())`,
  );
  expect(namesOf(shop, await look(shop))).toEqual(["cup", "pot"]);
  await change(shop, "update products set stock = 0 where sku = 'cup'");
  const left = await look(shop, { days: 2 });
  expect(namesOf(shop, left)).toEqual(["pot"]);
  expect(left.toKeep).toBeNull();
  expect(left.gated.withheld).toMatchObject([{ candidate: { product: { title: "Cup" } }, reason: "out_of_stock" }]);
});

test("after a week a row is made anew, by the merchant's hand first, and is the same at the next look", async () => {
  const shop = await write(plain({ candidates: [], rules: merchantRules({ pinned: [{ from: "tea", to: "scoop" }] }) }));
  await change(
    shop,
    `insert into products (merchant_id, id, sku, title, title_as_of) values
    ('${shop.merchantId}', gen_random_uuid(), 'scoop', '${scoop.title}', now())`,
  );
  const first = await look(shop);
  expect(first.row?.cards).toMatchObject([{ title: "Scoop", reason: { kind: "pinned", title: "Oolong" } }]);
  const { toKeep } = first;
  if (toKeep === null) throw new Error("A new row is kept");
  const deps = { db: database.db, now: OFFER_NOW };
  await Promise.all([keepOffer(deps, toKeep), keepOffer(deps, toKeep)]);
  expect(await change(shop, "select 1 from offers")).toHaveLength(1);
  expect((await look(shop, { days: 6 })).toKeep).toBeNull();
  expect((await look(shop, { days: 8 })).toKeep?.shown).toEqual(toKeep.shown);
});

test("a page that is in trouble offers nothing, whatever is stored, and what was offered comes back after it", async () => {
  const shop = await write(plain());
  const troubled = await look(shop, { hasTrouble: true });
  expect(troubled).toMatchObject({ row: null, gated: { reason: "open_problem" }, toKeep: null });
  expect(namesOf(shop, await look(shop))).toEqual(["cup", "pot"]);
});

test.each([
  ["a delay that is apologised for", "late", "apology", null],
  ["a parcel that is stuck", "stuck", "calm", null],
])("%s in another order of the shopper's holds everything back until it is solved", async (_, state, level) => {
  const shop = await write(plain({ shopper: shopperFacts({ purchases: [{ product: scoop, daysAgo: 200 }] }) }));
  await change(
    shop,
    `insert into delays (merchant_id, id, order_id, state, level, cause, severity, began_at)
    select merchant_id, gen_random_uuid(), id, '${state}', '${level}', 'passed', 2, now() from orders where id <> '${shop.orderId}'`,
  );
  expect((await look(shop)).gated.reason).toBe("open_problem");
  await change(shop, "update delays set solved_at = now()");
  expect(namesOf(shop, await look(shop))).toEqual(["cup", "pot"]);
});

test("what only may be later holds nothing back; what the shopper asked for and waits for does", async () => {
  const shop = await write(plain());
  await change(
    shop,
    `insert into delays (merchant_id, id, order_id, state, level, cause, severity, began_at)
    values ('${shop.merchantId}', gen_random_uuid(), '${shop.orderId}', 'at_risk', 'calm', 'likely', 0, now())`,
  );
  expect((await look(shop)).row).not.toBeNull();
  await change(
    shop,
    `insert into remedies (merchant_id, id, order_id, remedy, state, chosen_at)
    values ('${shop.merchantId}', gen_random_uuid(), '${shop.orderId}', 'person', 'waiting', now())`,
  );
  expect((await look(shop)).gated.reason).toBe("open_problem");
});

test("a parcel of which the shopper says that it is not there, or not right, holds everything back until it is settled", async () => {
  const shop = await write(plain());
  await change(
    shop,
    `insert into desk_items (merchant_id, id, subject_id, topic, kind, order_id, shipment_id, severity, since, attend_by)
    select merchant_id, gen_random_uuid(), id, 'voice', 'missing', order_id, id, 3, now(), now() from shipments`,
  );
  expect((await look(shop)).gated.reason).toBe("open_problem");
  await change(shop, "update desk_items set resolved_at = now()");
  expect(namesOf(shop, await look(shop))).toEqual(["cup", "pot"]);
});

test("a held-out shopper sees nothing, and what would have been shown is kept to compare with", async () => {
  const shop = await write(plain({ shopper: shopperFacts({ heldOut: true }) }));
  expect((await look(shop)).row).toBeNull();
  await change(shop, "delete from offers");
  await change(
    shop,
    `update rules set rules = rules || '{"pinned": [{"from": "tea", "to": "pot"}]}' where kind = 'recommend'`,
  );
  const { row, gated, toKeep } = await look(shop);
  expect([row, gated.reason]).toEqual([null, "hold_out"]);
  expect(toKeep).toMatchObject({ heldOut: true, shown: [{ product: shop.ids.get("pot") }], withheld: [] });
});

test("the merchant's categories count, and rules that cannot be read show nothing", async () => {
  const shop = await write(plain());
  await change(
    shop,
    `update rules set rules = rules || '{"categories":
    [{"name": "Drinks", "categories": ["tea "], "skus": ["cup"]}]}' where kind = 'recommend'`,
  );
  const { gated } = await look(shop);
  expect(gated.withheld).toMatchObject([{ candidate: { product: { category: "Drinks" } }, reason: "same_category" }]);
  await change(shop, `update rules set rules = '{"exclude": ["pot"]}' where kind = 'recommend'`);
  expect((await look(shop)).gated.reason).toBe("off");
});

test("a part that is still to come is not delivered, nor is an order whose parcel nobody asked about", async () => {
  const shop = await write(plain({ order: { products: [tea, scoop], deliveredDaysAgo: 4 } }));
  await change(
    shop,
    `insert into shipment_items (merchant_id, shipment_id, order_id, position)
    select s.merchant_id, s.id, s.order_id, 1 from shipments s where s.order_id = '${shop.orderId}'`,
  );
  expect((await look(shop)).gated.reason).toBe("not_delivered");
  await change(
    shop,
    `insert into shipment_items (merchant_id, shipment_id, order_id, position)
    select s.merchant_id, s.id, s.order_id, 2 from shipments s where s.order_id = '${shop.orderId}'`,
  );
  expect((await look(shop)).gated.reason).toBeNull();
  await change(shop, "delete from tracking_states");
  expect((await look(shop)).gated.reason).toBe("not_delivered");
});

test("the merchant reads what is shown and what is not, product by product, also where the row stays away", async () => {
  const rules = merchantRules({ pinned: [{ from: "tea", to: "scoop" }] });
  const shop = await write(plain({ rules, shopper: shopperFacts({ purchases: [{ product: scoop, daysAgo: 200 }] }) }));
  const judged = () => judgedOffer({ db: database.db, now: OFFER_NOW }, { ...shop, number: shop.orderId });
  const of = { because: "popular", of: null };
  const owned = { sku: "scoop", because: "pinned", of: "tea", reason: "owned" };
  expect(await judged()).toMatchObject({
    reason: null,
    shown: [
      { sku: "cup", ...of },
      { sku: "pot", ...of },
    ],
    withheld: [owned],
  });
  // The newest word counts.
  await change(
    shop,
    `insert into consents (merchant_id, id, shopper_id, channel, purpose, granted, source, recorded_at)
    values ('${shop.merchantId}', gen_random_uuid(), '${shop.shopperId}', 'email', 'marketing', false, 'test', now())`,
  );
  const { reason, shown, withheld } = await judged();
  expect([reason, shown]).toEqual(["no_consent", []]);
  expect(withheld).toMatchObject([{ sku: "cup", reason: "no_consent" }, { sku: "pot", reason: "no_consent" }, owned]);
  expect(await change(shop, "select 1 from offers")).toHaveLength(1);
});

test("one merchant's order is no other's to look at", async () => {
  const [shop, other] = [await write(plain()), await write(plain())];
  await expect(look({ ...shop, merchantId: other.merchantId })).rejects.toMatchObject({ code: "not_found" });
});
