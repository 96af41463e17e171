import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addOrders } from "./add-orders.ts";
import { candidatesFor } from "./candidates-for.ts";
import { addMadeUpOrders, openLearningShop } from "./recommend-testing.ts";

/** `npm run test:full`: ten million lines of a hundred thousand products, and the clock counts. */
const IS_FULL = process.env.PORCHLIGHT_FULL === "1";
const SIZE = IS_FULL ? { shoppers: 1_250_000, products: 100_000 } : { shoppers: 400, products: 200 };
const ASKED = IS_FULL ? 3_000 : 50;
const NEW_ORDERS = IS_FULL ? 10_000 : 100;
const MINUTE = 60_000;

let database: TestDatabase;
let merchantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ merchantId } = await openLearningShop(database, "scale", SIZE));
}, 20 * MINUTE);
afterAll(() => database.drop());

const report = z.object({ lines: z.number(), seconds: z.number(), peakMemoryMb: z.number() });

/** `porchlight recommend learn` in a process of its own, whose memory is nobody else's. */
async function learnByCommand() {
  const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
  const child = spawn(process.execPath, [main, "recommend", "learn", "--merchant", "scale"], {
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      DATABASE_APP_URL: database.appUrl,
      PORCHLIGHT_KEYS: newKeyRingText("k1"),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(code).toBe(0);
  return report.parse(JSON.parse(output));
}

test("a shop's orders are learned from by a command: ten million lines in ten minutes and four gigabytes", {
  timeout: 30 * MINUTE,
}, async () => {
  const { lines, seconds, peakMemoryMb } = await learnByCommand();
  expect(lines).toBeGreaterThan(SIZE.shoppers * 7);
  expect(peakMemoryMb).toBeLessThan(4_096);
  if (!IS_FULL) return;
  process.stdout.write(`${JSON.stringify({ lines, seconds, peakMemoryMb })}\n`);
  expect(lines).toBeGreaterThan(10_000_000);
  expect(seconds).toBeLessThan(600);
});

test("candidates are found in five milliseconds, but for one time in a hundred", { timeout: 5 * MINUTE }, async () => {
  const asked = await database.ownerDb.execute<{ id: string; shopper: string }>(sql`
    select id, shopper_id as shopper from orders where merchant_id = ${merchantId}
      order by id limit ${ASKED}`);
  const took: number[] = [];
  for (const { id: orderId, shopper: shopperId } of [...asked.slice(0, 20), ...asked]) {
    const found = await withTenant(database.db, merchantId, async (tx) => {
      const from = performance.now();
      const candidates = await candidatesFor(tx, { merchantId, shopperId, orderId, count: 40 });
      took.push(performance.now() - from);
      return candidates;
    });
    expect(found.length).toBeGreaterThanOrEqual(40);
  }
  // The first ones plan their statements.
  const sorted = took.slice(20).sort((one, other) => one - other);
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  if (!IS_FULL) return;
  process.stdout.write(`${JSON.stringify({ p50: sorted[Math.floor(sorted.length / 2)], p99 })}\n`);
  expect(p99).toBeLessThan(5);
});

test("ten thousand new orders are added in half a minute", { timeout: 5 * MINUTE }, async () => {
  const orders = { merchantId, ...SIZE, from: 1, to: NEW_ORDERS, arrived: "0 seconds", each: 1 };
  await addMadeUpOrders(database, orders);
  const from = performance.now();
  const added = await addOrders(database, { merchantId });
  const seconds = (performance.now() - from) / 1000;
  expect(added?.orders).toBe(NEW_ORDERS);
  if (!IS_FULL) return;
  process.stdout.write(`${JSON.stringify({ ...added, seconds })}\n`);
  expect(seconds).toBeLessThan(30);
});
