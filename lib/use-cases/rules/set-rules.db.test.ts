import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { csv, head, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { setRules } from "./set-rules.ts";
import { unreadableRules } from "./unreadable-rules.ts";

let database: TestDatabase;
let shop: TestShop;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openTestShop(database, "ruled");
});
afterAll(() => database.drop());

const set = (kind: "promise" | "delay" | "recommend", rules: unknown, expected?: number) =>
  setRules(database, {
    ...{ merchantId: shop.merchantId, kind, rules, actor: "test" },
    ...(expected === undefined ? {} : { expected }),
  });
const PARCEL = { id: "parcel", method: "parcel", leastDays: 1, mostDays: 2, cutOff: "14:00" };

test("rules are stored as they were checked, counted, and in the audit with what was there before", async () => {
  expect(await set("delay", { budget: { perOrderMinor: 500 } })).toEqual({ version: 1 });
  expect(await set("delay", {}, 1)).toEqual({ version: 2 });
  const [stored] = await shop.rows("select version, rules from rules where kind = 'delay'");
  expect(stored).toMatchObject({ version: 2, rules: { thresholds: { atRisk: 0.5 }, budget: { perOrderMinor: null } } });
  const lines = await shop.rows("select before, after from audit where action = 'rules.set' order by at, id");
  expect(lines).toMatchObject([
    { before: null },
    { before: { budget: { perOrderMinor: 500 } }, after: { version: 2 } },
  ]);
});

test("what is recommended is set like the rest: every default written out, and in the audit with what stood there", async () => {
  await set("recommend", { excluded: ["A1"], timing: { kind: "off" } });
  await set("recommend", { pinned: [{ from: "A1", to: "A2" }] }, 1);
  const [line] = await shop.rows(
    "select before, after from audit where action = 'rules.set' and subject = 'recommend' order by at desc, id desc limit 1",
  );
  expect(line).toMatchObject({
    before: { excluded: ["A1"], timing: { kind: "off" }, holdOut: 0.1 },
    after: {
      version: 2,
      rules: { excluded: [], pinned: [{ from: "A1", to: "A2" }], timing: { kind: "after_delivery" } },
    },
  });
});

test("who changes what somebody else changed meanwhile is told so, and nothing is written", async () => {
  await set("delay", {});
  await expect(set("delay", { budget: { perOrderMinor: 1 } }, 0)).rejects.toMatchObject({ code: "conflict" });
  const [stored] = await shop.rows("select rules->'budget'->'perOrderMinor' as budget from rules where kind = 'delay'");
  expect(stored?.budget).toBeNull();
});

test.each([
  ["promise", [{ ...PARCEL, mostDays: 0 }], /Rule 1 \(parcel\), mostDays: must not be less/],
  ["promise", [{ ...PARCEL, calendar: { holidaysOf: "XX" } }], /holidays of XX are not known/],
  ["delay", { thresholds: { atRisk: 0.9 } }, /thresholds\.nearlySure: an apology cannot come before/],
  ["delay", { treshold: { atRisk: 0.4 } }, /The rules: has no "treshold"/],
  ["delay", { remedies: { offered: { refunds: false } } }, /remedies\.offered: has no "refunds"/],
  [
    "delay",
    { gestures: [{ id: "a", name: "a", when: { day: 3 }, give: { kind: "free_express" } }] },
    /gestures\.0\.when: has no "day"/,
  ],
  ["recommend", { exclude: ["A1"] }, /The rules: has no "exclude"/],
  ["recommend", { timing: { kind: "off", days: 3 } }, /timing: has no "days"/],
  [
    "recommend",
    {
      pinned: [
        { from: "A1", to: "A2" },
        { from: "A1", two: "A2" },
      ],
    },
    /^pinned\.1\.to: /,
  ],
] as const)("%s rules with a mistake are refused with its place", async (kind, rules, said) => {
  await expect(set(kind, rules)).rejects.toThrow(said);
});

test("rules that a later version stored hold no more, and are told with their places", async () => {
  expect(await unreadableRules(database, shop)).toEqual([]);
  await set("delay", {});
  await database.ownerDb.execute(sql`update rules set rules = '{"thresholds": {"lost": 2}}' where kind = 'delay'`);
  expect(await unreadableRules(database, shop)).toEqual([
    { kind: "delay", version: expect.any(Number), problems: ["thresholds.lost: must be at most 1"] },
  ]);
  await set("delay", {});
});

test("an order is promised what the rule says, another what its shipping method's own text says", async () => {
  await set("promise", [PARCEL]);
  const placed = { "Created at": "2026-03-02 15:00:00 +0000", "Shipping Country": "GB" };
  await shop.run(
    "orders",
    csv([
      head("#1", "A1", { ...placed, "Shipping Method": "Parcel, tracked (5-6 days)" }),
      head("#2", "A1", { ...placed, "Shipping Method": "Freight (5-6 days)" }),
    ]),
  );
  const promises = await shop.rows(`select o.number, p.said_by, p.reason, p.from_day, p.to_day from promises p
    join orders o on o.id = p.order_id order by o.number`);
  expect(promises).toEqual([
    // Ordered on Monday after the cut-off: counted from Tuesday.
    { number: "#1", said_by: "rule", reason: "parcel", from_day: "2026-03-04", to_day: "2026-03-05" },
    { number: "#2", said_by: "checkout", reason: null, from_day: "2026-03-09", to_day: "2026-03-10" },
  ]);
});
