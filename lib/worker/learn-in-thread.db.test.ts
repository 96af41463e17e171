import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { addOrders } from "#lib/use-cases/recommend/add-orders.ts";
import { isLearningWorthIt, learningDue } from "#lib/use-cases/recommend/learning-due.ts";
import { addMadeUpOrders, openLearningShop } from "#lib/use-cases/recommend/recommend-testing.ts";
import { learnInThread } from "./learn-in-thread.ts";

const SIZE = { shoppers: 100, products: 50 };
let database: TestDatabase;
let merchantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ merchantId } = await openLearningShop(database, "threaded", SIZE));
});
afterAll(() => database.drop());

const task = (kind: "learn" | "add") => ({ appUrl: database.appUrl, merchantId, kind });
const never = new AbortController().signal;

test("a learning that is told to stop ends at once, and the shop still waits for its first model", async () => {
  expect(await learnInThread(task("learn"), AbortSignal.abort())).toBeNull();
  expect(await learningDue(database, { merchantId })).toBe("learn");
});

test("a shop is learned from in a thread; then new orders are added, and many of them are learned anew", async () => {
  expect(await learnInThread(task("learn"), never)).toBeGreaterThan(SIZE.shoppers);
  expect(await learningDue(database, { merchantId })).toBeNull();
  expect(await isLearningWorthIt(database, { merchantId })).toBe(false);

  await addMadeUpOrders(database, { merchantId, ...SIZE, from: 1, to: 10, arrived: "0 seconds", each: 1 });
  expect(await learningDue(database, { merchantId })).toBe("add some");
  expect(await addOrders(database, { merchantId })).toMatchObject({ orders: 10 });
  expect(await learningDue(database, { merchantId })).toBeNull();
  expect(await isLearningWorthIt(database, { merchantId })).toBe(true);

  await addMadeUpOrders(database, { merchantId, ...SIZE, from: 1, to: 100, arrived: "0 seconds", each: 3 });
  expect(await learningDue(database, { merchantId })).toBe("add many");
  expect(await learnInThread(task("add"), never)).toBe(300);

  await addMadeUpOrders(database, { merchantId, ...SIZE, from: 1, to: 100, arrived: "0 seconds", each: 6 });
  expect(await learningDue(database, { merchantId })).toBe("learn");
});

test("while a learning says that it goes on nothing else is begun; one that fell silent was killed", async () => {
  const beat = (ago: string) =>
    database.ownerDb.execute(sql`update recommend_runs set phase = 'writing',
      beat_at = now() - ${ago}::interval where merchant_id = ${merchantId}`);
  await beat("1 minute");
  expect(await learningDue(database, { merchantId })).toBeNull();
  await beat("1 hour");
  expect(await learningDue(database, { merchantId })).toBe("learn");
});

test("what fails in the thread fails the learning", async () => {
  await expect(learnInThread({ ...task("learn"), merchantId: crypto.randomUUID() }, never)).rejects.toThrow();
});
