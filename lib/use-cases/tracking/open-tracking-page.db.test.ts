import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { brands, pictures } from "#db/schema/index.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { demoBrands } from "#lib/demo/brands.ts";
import { publishBrand } from "#lib/use-cases/brand/publish-brand.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { revokeLink } from "#lib/use-cases/links/revoke-link.ts";
import { csv, head, keys, line, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { findPublicPicture } from "./find-public-picture.ts";
import { openTrackingPage } from "./open-tracking-page.ts";

const now = Temporal.Instant.from("2026-03-03T12:00:00Z");
let database: TestDatabase;
let shop: TestShop;
let other: TestShop;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openTestShop(database, "page-shop");
  other = await openTestShop(database, "page-other");
  await shop.run("orders", orders);
  await shop.run("shipments", parcels);
});
afterAll(() => database.drop());

const secrets = {
  "Shipping Name": "Zora Quill",
  "Shipping Street": "90 Hidden Lane",
  "Shipping Zip": "CF10 1EP",
  "Shipping Phone": "0209",
};
const place = { "Shipping City": "Cardiff", "Shipping Country": "GB" };
const orders = csv([
  head("#1", "A1", { ...secrets, ...place, "Shipping Method": "Standard (2-4 business days)" }),
  line("#1", "B2"),
  head("#2", "A1", { "Cancelled at": "2026-03-02 18:00:00 +0000" }),
]);
const parcels = csv([
  {
    Order: "#1",
    Carrier: "ups",
    "Tracking number": "1Z999AA10123456784",
    "Shipped at": "2026-03-02 18:00:00 +0000",
    SKUs: "A1",
  },
]);

async function linkOf(number: string) {
  const { merchantId } = shop;
  const order = await withTenant(database.db, merchantId, (tx) => findOrderByNumber(tx, { merchantId, number }));
  if (order === null) throw new Error(`No order ${number}`);
  const { token } = await issueLink({ db: database.db, keys }, { merchantId, orderId: order.id });
  return { token, orderId: order.id };
}
const open = (token: string, asked: string | null = null) =>
  openTrackingPage(
    { db: database.db, now },
    { token, wishes: { asked, saved: null, browser: [] }, isAddressOpen: false },
  );

test("a link opens its order: the promise, what was handed over and what is still with the shop", async () => {
  const { page } = await open((await linkOf("1")).token);
  expect(page).toMatchObject({
    orderNumber: "#1",
    placedOn: "2026-03-02",
    answer: { kind: "arriving", handover: "some", window: { fromDay: "2026-03-04", toDay: "2026-03-06" } },
    parcels: [
      { number: 1, carrierName: "UPS", handedOverOn: "2026-03-02", items: [{ title: "Title of A1", quantity: 1 }] },
    ],
    waiting: [{ title: "Title of B2" }],
    shipTo: { initial: "Z", city: "Cardiff", country: "GB" },
  });
});

test("the page knows whether the order has a postcode that could be proved, and not which", async () => {
  const has = async (number: string) => (await open((await linkOf(number)).token)).page.shipTo.hasPostcode;
  expect([await has("1"), await has("2")]).toEqual([true, false]);
});

test("the page never holds a street, a postcode, a phone, a full name, an email or a tracking number", async () => {
  const opened = JSON.stringify(await open((await linkOf("1")).token));
  for (const secret of ["Quill", "Hidden", "CF10", "0209", "ana@", "1Z999"]) expect(opened).not.toContain(secret);
});

test("a cancelled order says so", async () => {
  expect((await open((await linkOf("2")).token)).page.answer).toMatchObject({ kind: "cancelled", day: "2026-03-02" });
});

test("an unknown token, a malformed one and a revoked one are refused alike", async () => {
  const { token, orderId } = await linkOf("2");
  await revokeLink({ db: database.db, keys }, { merchantId: shop.merchantId, orderId, actor: "cli" });
  for (const wrong of [token, "AAAAAAAAAAAAAAAAAAAAAA", "x", "", "' or 1=1 --"]) {
    await expect(open(wrong)).rejects.toMatchObject({ code: "not_found" });
  }
});

test("the page wears the brand that is published, and speaks the language that was asked for where the brand has it", async () => {
  const { token } = await linkOf("1");
  expect(await open(token, "fr")).toMatchObject({ voice: { locale: "en" }, brand: { name: "page-shop" } });
  await publishBrand(
    { db: database.db },
    { merchantId: shop.merchantId, tokens: { ...demoBrands["alishan-tea"], hero: null } },
  );
  expect(await open(token)).toMatchObject({ voice: { locale: "zh-Hant-TW" }, brand: { name: "阿里山茶集" } });
  expect(await open(token, "en")).toMatchObject({ voice: { locale: "en" } });
});

test("a brand that was damaged in the database does not break the page", async () => {
  const { token } = await linkOf("1");
  await withTenant(database.db, shop.merchantId, (tx) => tx.update(brands).set({ tokens: { name: 7 } }));
  expect(await open(token)).toMatchObject({ brand: { name: "page-shop" } });
});

test("a picture is found at its own shop's address only, and only if it is a picture", async () => {
  const put = (bytes: Buffer, contentType: string) => {
    const id = createHash("sha256").update(bytes).digest("hex");
    return withTenant(database.db, shop.merchantId, async (tx) => {
      await tx.insert(pictures).values({ merchantId: shop.merchantId, id, contentType, bytes });
      return id;
    });
  };
  const id = await put(Buffer.from("<svg/>"), "image/svg+xml");
  const page = await put(Buffer.from("<script>"), "text/html");
  const find = (slug: string, picture: string) => findPublicPicture({ db: database.db }, { slug, id: picture });
  expect(Buffer.from((await find("page-shop", id))?.bytes ?? []).toString()).toBe("<svg/>");
  expect([
    await find("page-other", id),
    await find("page-shop", page),
    await find("nobody", id),
    await find("\0", id),
    await find("page-shop", "../x"),
  ]).toEqual([null, null, null, null, null]);
  expect(await other.count("pictures")).toBe(0);
});
