import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "#db/client.ts";
import { deleteWholeThrottles } from "#db/queries/throttles.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { type Limit, take } from "./take.ts";

const HOUR = 3_600_000;
const keys = keyRingFrom(newKeyRingText("k1"));
let database: TestDatabase;
/** Stand for processes: each a pool of its own. */
let processes: readonly Connection[];

beforeAll(async () => {
  database = await createTestDatabase();
  processes = [1, 2, 3].map((nth) => connect({ url: database.appUrl, maxConnections: 4, name: `process ${nth}` }));
});
afterAll(async () => {
  await Promise.all(processes.map(({ close }) => close()));
  await database.drop();
});

const merchantId = newId();
const limit = (key: string, burst: number, more: Partial<Limit> = {}): Limit => ({
  scope: "test",
  merchantId,
  key,
  burst,
  periodMs: HOUR,
  ...more,
});
const tried = (limits: readonly Limit[], nth = 0) =>
  take({ db: (processes[nth % 3] ?? { db: database.db }).db, keys }, limits);
const rows = async () => [...(await database.db.execute<{ key: string }>(sql`select key from throttles`))];
/** As if so many milliseconds had gone by. */
const pass = (ms: number) =>
  database.db.execute(sql`update throttles set whole_at = whole_at - ${ms} * interval '1 millisecond'`);

test("of 50 tries at once from several processes exactly the allowed ones are taken", async () => {
  const outcomes = await Promise.all(Array.from({ length: 50 }, (_, nth) => tried([limit("storm", 7)], nth)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(7);
});

test("parallel tries at several limits in any order neither wait for each other for ever nor exceed one", async () => {
  const both = [limit("one", 20), limit("two", 9)];
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, nth) => tried(nth % 2 === 0 ? both : both.toReversed(), nth)),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(9);
});

test("a refused try uses up nothing of the other limits", async () => {
  await tried([limit("closed", 1)]);
  for (let nth = 0; nth < 5; nth++)
    expect(await tried([limit("open", 2), limit("closed", 1)])).toMatchObject({ ok: false });
  expect(await tried([limit("open", 2)])).toEqual({ ok: true });
  expect(await tried([limit("open", 2)])).toEqual({ ok: true });
  expect(await tried([limit("open", 2)])).toMatchObject({ ok: false });
});

test("a used-up limit says when it has one try again, and has it then", async () => {
  const slow = limit("slow", 2);
  await tried([slow]);
  await tried([slow]);
  const refused = await tried([slow]);
  if (refused.ok) throw new Error("three tries were taken where two are allowed");
  expect(refused.retryAfterMs).toBeGreaterThan(HOUR - 60_000);
  expect(refused.retryAfterMs).toBeLessThanOrEqual(HOUR);
  await pass(refused.retryAfterMs);
  expect(await tried([slow])).toEqual({ ok: true });
  expect(await tried([slow])).toMatchObject({ ok: false });
});

test("of several used-up limits the slowest says when", async () => {
  const quick = limit("quick", 1, { periodMs: 60_000 });
  const slow = limit("slower", 1, { periodMs: 2 * HOUR });
  await tried([quick, slow]);
  expect(await tried([quick, slow])).toMatchObject({ ok: false, retryAfterMs: expect.closeTo(2 * HOUR, -5) });
});

test("shops, scopes and keys are counted apart", async () => {
  const base = limit("same", 1);
  expect(await tried([base])).toEqual({ ok: true });
  for (const other of [{ scope: "other" }, { merchantId: newId() }, { key: "other" }])
    expect(await tried([{ ...base, ...other }])).toEqual({ ok: true });
});

test("nothing that was tried can be read from the table", async () => {
  await tried([limit("ana@example.com", 1, { scope: "find.order" })]);
  const [row] = await rows();
  expect(row?.key).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(await rows())).not.toMatch(/ana|find/);
});

test("what is whole again is forgotten, and what is not stays", async () => {
  await pass(100 * HOUR);
  await tried([limit("fresh", 3)]);
  const before = (await rows()).length;
  expect(await deleteWholeThrottles(database.db)).toBe(before - 1);
  expect(await rows()).toHaveLength(1);
  expect(await deleteWholeThrottles(database.db)).toBe(0);
});
