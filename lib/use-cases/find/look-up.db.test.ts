import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { revokeLink } from "#lib/use-cases/links/revoke-link.ts";
import { csv, head, keys, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { lookUp } from "./look-up.ts";
import type { Typed } from "./read-look-up.ts";

let database: TestDatabase;
let shop: TestShop;
let other: TestShop;

const placed = { Email: "Ana.Lima@Example.com", "Shipping Zip": "SW1A 1AA", "Shipping Country": "GB" };

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openTestShop(database, "find-shop");
  other = await openTestShop(database, "find-other");
  const numbers = Array.from({ length: 9 }, (_, nth) => `#${1001 + nth}`);
  await shop.run("orders", csv(numbers.map((number) => head(number, "A1", placed))));
  await shop.run("orders", csv([head("#2000", "A1", { ...placed, Email: "" })]));
  await other.run("orders", csv([head("#7000", "A1", placed)]));
});
beforeEach(() => database.db.execute(sql`delete from throttles`));
afterAll(() => database.drop());

const right = { number: "1001", email: "ana.lima@example.com", postcode: "sw1a1aa" };

function look(
  typed: Partial<Typed>,
  more: { db?: TestDatabase["db"]; from?: TestShop; block?: string; wide?: string } = {},
) {
  const { merchantId } = more.from ?? shop;
  return lookUp(
    { db: more.db ?? database.db, keys },
    {
      merchantId,
      typed: { number: "", email: "", postcode: "", ...typed },
      from: { near: more.block ?? "203.0.113.0/24", wide: more.wide ?? "203.0.0.0/16" },
    },
  );
}

/** Looks, and does what comes after the answer. */
async function ask(typed: Partial<Typed>, more: Parameters<typeof look>[1] = {}) {
  const outcome = await look(typed, more);
  if (outcome.kind === "told") await outcome.later();
  return outcome.kind;
}

async function orderId(number: string, from = shop) {
  const input = { merchantId: from.merchantId, number };
  const order = await withTenant(database.db, from.merchantId, (tx) => findOrderByNumber(tx, input));
  if (order === null) throw new Error(`No order ${number}`);
  return order.id;
}

/** The numbers of the orders with a link in the outbox. */
async function outbox(from = shop): Promise<string[]> {
  const rows = await from.rows(`
    select o.number from messages m join orders o on o.id = m.order_id
    where m.milestone = 'link_requested' and m.channel = 'email' and m.state = 'queued' and m.shipment_id is null
    order by 1`);
  return rows.map(({ number }) => String(number));
}

const jobs = async () => {
  const [row] = await database.db.execute(sql`select count(*)::int as n from pgboss.job where name = 'send-message'`);
  return Number(row?.n);
};

test("number, email and postcode together open the order's own page, and nothing is mailed", async () => {
  const { token } = await issueLink(
    { db: database.db, keys },
    { merchantId: shop.merchantId, orderId: await orderId("1001") },
  );
  expect(await look(right)).toEqual({ kind: "open", token });
  expect(await outbox()).toEqual([]);
});

test("one right proof puts the link into the outbox, also beside a wrong one; the answer is that of a miss", async () => {
  expect(await ask({ number: "#1002", email: right.email })).toBe("told");
  expect(await ask({ number: "1003", postcode: right.postcode })).toBe("told");
  expect(await ask({ ...right, number: "1004", postcode: "E1 6AN" })).toBe("told");
  expect(await ask({ ...right, number: "1005", email: "someone@example.com" })).toBe("told");
  expect(await outbox()).toEqual(["#1002", "#1003", "#1004", "#1005"]);
});

test("wrong proofs, an unknown number and no proof at all put nothing there", async () => {
  const before = await outbox();
  for (const typed of [
    { number: "1006", email: "someone@example.com" },
    { number: "1006", email: "someone@example.com", postcode: "E1 6AN" },
    { number: "1006" },
    { ...right, number: "9999" },
  ])
    expect(await ask(typed)).toBe("told");
  expect(await outbox()).toEqual(before);
});

test("another shop's order is never found", async () => {
  expect(await ask({ ...right, number: "7000" })).toBe("told");
  expect(await ask({ number: "7000", email: right.email })).toBe("told");
  expect(await outbox(other)).toEqual([]);
  expect(await ask({ ...right, number: "7000" }, { from: other })).toBe("open");
});

test("an order without a shopper, and one whose link was revoked, are misses", async () => {
  const before = await outbox();
  expect(await ask({ number: "2000", postcode: right.postcode })).toBe("told");
  const revoked = { merchantId: shop.merchantId, orderId: await orderId("1007") };
  await revokeLink({ db: database.db, keys }, { ...revoked, actor: "cli" });
  expect(await ask({ ...right, number: "1007" })).toBe("told");
  expect(await ask({ number: "1007", email: right.email }, { block: "198.51.100.0/24" })).toBe("told");
  expect(await outbox()).toEqual(before);
});

test("hit and miss run the very same statements, before the answer and after it", async () => {
  const statements: string[] = [];
  const client = postgres(database.appUrl, { max: 1 });
  const logger = { logQuery: (text: string, values: unknown[]) => statements.push(`${text} [${values.length}]`) };
  const db = drizzle(client, { logger });
  const during = async (typed: Partial<Typed>) => {
    statements.length = 0;
    const waiting = await jobs();
    const outcome = await look(typed, { db, block: crypto.randomUUID() });
    const before = [...statements];
    if (outcome.kind === "told") await outcome.later();
    return { kind: outcome.kind, before, all: [...statements], jobs: (await jobs()) - waiting };
  };
  const hit = await during({ number: "1008", email: right.email });
  const misses = [
    await during({ number: "1008", email: "someone@example.com" }),
    await during({ number: "4711", email: right.email }),
    await during({ number: "4711", postcode: "E1 6AN" }),
    await during({ number: "1008", email: right.email }),
  ];
  await client.end();
  expect(hit.before.length).toBeGreaterThan(2);
  expect(hit.all.length).toBeGreaterThan(hit.before.length + 2);
  for (const miss of misses) expect(miss).toEqual(hit);
  expect(await outbox()).toContain("#1008");
});

test("no answer comes before its time, hit or miss", async () => {
  for (const typed of [right, { number: "1008", email: right.email }, { number: "4711", email: right.email }]) {
    const startMs = performance.now();
    await look(typed, { block: crypto.randomUUID() });
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(249);
  }
});

test("an order's limit counts the number however it is typed, whether it exists or not", async () => {
  const tries = async (numbers: readonly string[]) => {
    const kinds: string[] = [];
    for (const number of numbers)
      kinds.push((await look({ number, email: "x@example.com" }, { block: crypto.randomUUID() })).kind);
    return kinds.join(" ");
  };
  const six = "told ".repeat(6);
  expect(await tries(["1009", "#1009", " 1009", "１００９", "##1009", "1009", "1009"])).toBe(`${six}limited`);
  expect(await tries(Array.from({ length: 7 }, () => "no-such-order"))).toBe(`${six}limited`);
});

test("an address block has ten tries at a shop, and a refused one is told when to come back", async () => {
  const tries = await Promise.all(
    Array.from({ length: 15 }, (_, nth) => look({ number: `n${nth}`, email: "x@example.com" })),
  );
  const limited = tries.filter((outcome) => outcome.kind === "limited");
  expect(limited).toHaveLength(5);
  for (const { retryAfterMs } of limited) expect(retryAfterMs).toBeLessThanOrEqual(120_000);
  expect((await look({ number: "n", email: "x@example.com" }, { from: other })).kind).toBe("told");
});

test("one person with hundreds of address blocks does not use up the shop's look-up for everybody", async () => {
  const tries = await Promise.all(
    Array.from({ length: 90 }, (_, nth) =>
      look(
        { number: `n${nth}`, email: "x@example.com" },
        { block: `2001:db8:1:${nth.toString(16)}00::/56`, wide: "2001:db8::/40" },
      ),
    ),
  );
  const told = tries.filter(({ kind }) => kind === "told").length;
  // Sixty at once, and one more every ten seconds that this took.
  expect(told).toBeGreaterThanOrEqual(60);
  expect(told).toBeLessThan(65);
  const honest = { block: "198.51.100.0/24", wide: "198.51.0.0/16" };
  expect((await look({ number: "n", email: "x@example.com" }, honest)).kind).toBe("told");
});

test("a link that is revoked while somebody looks its order up is a miss like any other", async () => {
  const revoked = { merchantId: shop.merchantId, orderId: await orderId("1006") };
  const db: TestDatabase["db"] = Object.create(database.db);
  let begun = 0;
  // Limits, the order, its link: the third transaction finds the link revoked since the second.
  db.transaction = async (...work) => {
    begun += 1;
    if (begun === 3) await revokeLink({ db: database.db, keys }, { ...revoked, actor: "cli" });
    return database.db.transaction(...work);
  };
  const before = await outbox();
  const outcome = await look({ ...right, number: "1006" }, { db });
  expect(begun).toBe(3);
  expect(outcome.kind).toBe("told");
  if (outcome.kind === "told") await outcome.later();
  expect(await outbox()).toEqual(before);
});
