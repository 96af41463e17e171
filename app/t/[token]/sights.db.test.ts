import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { merchantRules, productFacts, shopperFacts } from "#lib/recommend/gate/gate-testing.ts";
import type { Context } from "#lib/server/context.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { type OfferedShop, writeOfferedShop } from "#lib/use-cases/recommend/offered-shop-testing.ts";
import { GET } from "./see/route.ts";
import { POST } from "./seen/route.ts";

// What keeps server code out of browsers is no business of a test that runs on the server.
vi.mock("server-only", () => ({}));
/** Next runs it behind the response; here it is waited for. Files share their modules: nobody else gets those of this one. */
const behind = vi.hoisted(() => {
  vi.resetModules();
  return [] as Promise<unknown>[];
});
vi.mock("next/server", () => ({ after: (work: Promise<unknown>) => behind.push(work) }));

let database: TestDatabase;
let shop: OfferedShop;
let token: string;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const context: Context = { db: database.db, keys, sandbox: { url: "http://127.0.0.1:9", pace: 1 }, floorMs: 0 };
  Object.assign(globalThis, { porchlightContext: context });
});
afterAll(async () => {
  vi.resetModules();
  Object.assign(globalThis, { porchlightContext: undefined });
  await database.drop();
});
beforeEach(async () => {
  shops += 1;
  shop = await openShop(`sights-${shops}`);
  token = (await issueLink({ db: database.db, keys }, shop)).token;
});

function openShop(slug: string, heldOut = false): Promise<OfferedShop> {
  const [tea, cup, pot] = ["tea", "cup", "pot"].map((id) => productFacts(id));
  if (tea === undefined || cup === undefined || pot === undefined) throw new Error("Three are written above");
  return writeOfferedShop(database, slug, {
    candidates: [cup, pot].map((product) => ({ product, because: { kind: "popular" } })),
    shopper: shopperFacts({ heldOut, purchases: [{ product: tea, daysAgo: 9 }] }),
    order: { products: [tea], deliveredDaysAgo: 4 },
    rules: merchantRules(),
  });
}

const params = (of: string) => ({ params: Promise.resolve({ token: of }) });
const idOf = (name: string, of = shop) => of.ids.get(name) ?? "";

async function see(query: string, { of = token, headers = {} } = {}) {
  const response = await GET(new Request(`https://shop.example/t/${of}/see?${query}`, { headers }), params(of));
  await Promise.all(behind.splice(0));
  return [response.status, response.headers.get("location")];
}

async function seen(products: string, { of = token, origin = "https://shop.example" } = {}) {
  const headers = { origin, host: "shop.example" };
  const body = new URLSearchParams({ products });
  const request = new Request(`https://shop.example/t/${of}/seen`, { method: "POST", headers, body });
  const { status } = await POST(request, params(of));
  await Promise.all(behind.splice(0));
  return status;
}

const rows = (query: string, of = shop) =>
  withTenant(database.db, of.merchantId, async (tx) => [...(await tx.execute<{ said: string }>(sql.raw(query)))]);
const noted = async (of = shop) => {
  const found = await rows(
    "select kind || ' ' || sku as said from offer_sights join products on id = product_id order by 1",
    of,
  );
  return found.map(({ said }) => said);
};

test("a tap leads to the shop's own page of the product, and is noted once however often it is made", async () => {
  for (let nth = 0; nth < 3; nth += 1) {
    expect(await see(`product=${idOf("cup")}`)).toEqual([303, "https://shop.example/cup"]);
  }
  expect(await noted()).toEqual(["clicked cup"]);
});

test("nothing in the address says where to go, and only a web address is gone to", async () => {
  expect(await see("product=https://elsewhere.example&url=https://elsewhere.example")).toEqual([303, `/t/${token}`]);
  await rows("update products set page_url = 'javascript:alert(1)' where sku = 'cup'");
  expect(await see(`product=${idOf("cup")}`)).toEqual([303, `/t/${token}`]);
  expect(await noted()).toEqual([]);
});

test("a product of another shop leads back to the page; one that was not offered is not counted", async () => {
  const other = await openShop(`sights-other-${shops}`);
  expect(await see(`product=${idOf("cup", other)}`)).toEqual([303, `/t/${token}`]);
  expect(await see(`product=${idOf("tea")}`)).toEqual([303, "https://shop.example/tea"]);
  expect(await seen(`${idOf("tea")} ${idOf("cup", other)} ${idOf("pot")}`)).toBe(204);
  expect(await noted()).toEqual(["seen pot"]);
  expect(await noted(other)).toEqual([]);
});

test("what a browser fetches ahead is no tap", async () => {
  await see(`product=${idOf("cup")}`, { headers: { "sec-purpose": "prefetch;prerender" } });
  expect(await noted()).toEqual([]);
});

test("a link that leads nowhere notes nothing, and a tap on it leads to the page that says so", async () => {
  const nobody = "A".repeat(22);
  expect(await see(`product=${idOf("cup")}`, { of: nobody })).toEqual([303, `/t/${nobody}`]);
  expect(await seen(idOf("cup"), { of: nobody })).toBe(204);
  expect(await noted()).toEqual([]);
});

test("what another site sends, and what is no list of products, is refused", async () => {
  expect(await seen(idOf("cup"), { origin: "https://elsewhere.example" })).toBe(403);
  expect(await seen("")).toBe(400);
  expect(await seen("cup")).toBe(400);
  expect(await seen(Array.from({ length: 5 }, () => idOf("cup")).join(" "))).toBe(400);
  expect(await noted()).toEqual([]);
});

test("said again it is still seen once, and a flood of it is not written down", async () => {
  for (let nth = 0; nth < 30; nth += 1) expect(await seen(idOf("cup"))).toBe(204);
  expect(await seen(idOf("pot"))).toBe(204);
  expect(await noted()).toEqual(["seen cup"]);
  expect(await see(`product=${idOf("pot")}`)).toEqual([303, "https://shop.example/pot"]);
});

test("of a shopper who is held out nothing is seen, whatever a page says", async () => {
  shop = await openShop(`sights-held-${shops}`, true);
  token = (await issueLink({ db: database.db, keys }, shop)).token;
  expect(await seen(idOf("cup"))).toBe(204);
  expect(await noted()).toEqual([]);
});
