import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { OrderId } from "#lib/kernel/ids.ts";
import { goSignature, keyRingFrom, newKeyRingText, tokenHash } from "#lib/runtime/key-ring.ts";
import { linkSecretOf } from "#lib/use-cases/merchants/link-secret.ts";
import { csv, head, keys, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { followGoLink } from "./follow-go-link.ts";
import { issueLink } from "./issue-link.ts";
import { issueLinks } from "./issue-links.ts";
import { reopenLink } from "./reopen-link.ts";
import { revokeLink } from "./revoke-link.ts";

let database: TestDatabase;
let shop: TestShop;
let other: TestShop;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openTestShop(database, "links-shop");
  other = await openTestShop(database, "links-other");
  const numbers = Array.from({ length: 1203 }, (_, index) => `#${index + 1}`);
  await shop.run("orders", csv(numbers.map((number) => head(number, "A1"))));
  await other.run("orders", csv([head("#1", "A1")]));
});
afterAll(() => database.drop());

const deps = () => ({ db: database.db, keys });
const merchantId = () => shop.merchantId;

async function orderId(number: string, from = shop): Promise<OrderId> {
  const input = { merchantId: from.merchantId, number };
  const order = await withTenant(database.db, from.merchantId, (tx) => findOrderByNumber(tx, input));
  if (order === null) throw new Error(`No order ${number}`);
  return order.id;
}

async function doors(token: string): Promise<number> {
  return (await database.db.execute(sql`select 1 from link_index where token_hash = ${tokenHash(token)}`)).length;
}

async function go(orderNumber: string, change: { slug?: string; signature?: string } = {}) {
  const secret = await linkSecretOf(deps(), { merchantId: merchantId() });
  return followGoLink(deps(), {
    slug: change.slug ?? "links-shop",
    orderNumber,
    signature: change.signature ?? goSignature(secret, orderNumber),
  });
}

test("an order has one link: asked for again, and by many at once, it is the same", async () => {
  const order = { merchantId: merchantId(), orderId: await orderId("1") };
  const tokens = await Promise.all(Array.from({ length: 8 }, () => issueLink(deps(), order)));
  expect(new Set(tokens.map(({ token }) => token)).size).toBe(1);
  expect(await doors(tokens[0]?.token ?? "")).toBe(1);
});

test("a token is 128 bits that only its hash is stored of", async () => {
  const { token } = await issueLink(deps(), { merchantId: merchantId(), orderId: await orderId("2") });
  expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
  const rows = await shop.rows("select * from tracking_links");
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("another merchant's order gets no link", async () => {
  const foreign = { merchantId: merchantId(), orderId: await orderId("1", other) };
  for (const ask of [issueLink, revokeLink, reopenLink])
    await expect(ask(deps(), { ...foreign, actor: "cli" })).rejects.toMatchObject({ code: "not_found" });
  expect(await other.count("tracking_links")).toBe(0);
});

test("a link made with an old key is the same after a new key came before it", async () => {
  const order = { merchantId: merchantId(), orderId: await orderId("3") };
  const { token } = await issueLink(deps(), order);
  const newer = keyRingFrom(newKeyRingText("k2"));
  const both = { current: newer.current, byId: new Map([...newer.byId, ...keys.byId]) };
  expect((await issueLink({ db: database.db, keys: both }, order)).token).toBe(token);
});

test("a revoked link is dead at once, only reopening makes another, and the audit knows both", async () => {
  const order = { merchantId: merchantId(), orderId: await orderId("4") };
  const { token } = await issueLink(deps(), order);
  expect(await revokeLink(deps(), { ...order, actor: "cli" })).toEqual({ revoked: true });
  expect(await doors(token)).toBe(0);
  expect(await revokeLink(deps(), { ...order, actor: "cli" })).toEqual({ revoked: false });
  await expect(go("#4")).rejects.toMatchObject({ code: "not_found" });
  await expect(issueLink(deps(), order)).rejects.toMatchObject({ code: "conflict" });
  const next = await reopenLink(deps(), { ...order, actor: "cli" });
  expect(next.reopened).toBe(true);
  expect(next.token).not.toBe(token);
  expect(await doors(next.token)).toBe(1);
  expect(await go("#4")).toEqual({ kind: "ready", token: next.token });
  expect(await issueLink(deps(), order)).toEqual({ token: next.token });
  expect(await reopenLink(deps(), { ...order, actor: "cli" })).toEqual({ token: next.token, reopened: false });
  expect(await shop.rows("select 1 from audit where action = 'link.revoked'")).toHaveLength(1);
  expect(await shop.rows("select 1 from audit where action = 'link.reopened'")).toHaveLength(1);
});

test("the list of links has every order once, over many pages, and each link is the order's own", async () => {
  const links = new Map<string, string>();
  let count = 0;
  for await (const link of issueLinks(deps(), { merchantId: merchantId() })) {
    links.set(link.orderNumber, link.token);
    count += 1;
  }
  expect([count, links.size]).toEqual([1203, 1203]);
  expect(new Set(links.values()).size).toBe(1203);
  const { token } = await issueLink(deps(), { merchantId: merchantId(), orderId: await orderId("1203") });
  expect(links.get("#1203")).toBe(token);
});

test("a signed link leads to its order, with or without the number's #", async () => {
  const { token } = await issueLink(deps(), { merchantId: merchantId(), orderId: await orderId("5") });
  expect(await go("#5")).toEqual({ kind: "ready", token });
  expect(await go("5")).toEqual({ kind: "ready", token });
});

test("a signed link whose order is not here yet waits in the shop's own look", async () => {
  expect(await go("#99999")).toMatchObject({ kind: "preparing", brand: { name: "links-shop" } });
});

test("a wrong signature, one for another number, another shop's and an unknown shop are refused alike", async () => {
  const secret = await linkSecretOf(deps(), { merchantId: merchantId() });
  const refused = [
    go("#5", { signature: "" }),
    go("#5", { signature: goSignature(secret, "#6") }),
    go("#99999", { signature: "ab" }),
    go("#1", { slug: "links-other" }),
    go("#5", { slug: "nobody" }),
    go("#5", { slug: "\0" }),
    go("#5\0"),
    go("9".repeat(201)),
  ];
  const errors = await Promise.all(refused.map((attempt) => attempt.catch((error: unknown) => String(error))));
  expect(new Set(errors).size).toBe(1);
  expect(errors[0]).toContain("AppError");
});

test("a link that nobody asked for yet can be revoked, so that its signed link leads nowhere", async () => {
  const order = { merchantId: merchantId(), orderId: await orderId("6") };
  expect(await revokeLink(deps(), { ...order, actor: "cli" })).toEqual({ revoked: true });
  await expect(go("#6")).rejects.toMatchObject({ code: "not_found" });
});

test("a revocation holds, however many follow or ask for the link at that moment", async () => {
  const numbers = Array.from({ length: 60 }, (_, index) => String(100 + index));
  for (const number of numbers) {
    const order = { merchantId: merchantId(), orderId: await orderId(number) };
    const ask = () => Promise.allSettled([go(number), go(`#${number}`), issueLink(deps(), order)]);
    const [, revocation] = await Promise.all([ask(), revokeLink(deps(), { ...order, actor: "cli" }), ask()]);
    expect(revocation).toEqual({ revoked: true });
    await expect(go(number)).rejects.toMatchObject({ code: "not_found" });
  }
  const opened = await shop.rows(
    `select 1 from link_index i join tracking_links l on l.id = i.link_id join orders o on o.id = l.order_id
      where o.number_key in (${numbers.map((number) => `'${number}'`).join()})`,
  );
  expect(opened).toEqual([]);
});
