import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addOrders } from "./add-orders.ts";
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

/** A process of its own, whose memory is nobody else's; what it says. */
async function said(file: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<unknown> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...args], {
    env: { NODE_ENV: "production", PATH: process.env.PATH, DATABASE_APP_URL: database.appUrl, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(code).toBe(0);
  return JSON.parse(output);
}

const learned = z.object({ lines: z.number(), seconds: z.number(), peakMemoryMb: z.number() });
const served = z.object({ asked: z.number(), fewest: z.number(), p50: z.number(), p99: z.number() });

test("a shop's orders are learned from by a command: ten million lines in ten minutes and four gigabytes", {
  timeout: 30 * MINUTE,
}, async () => {
  const args = ["recommend", "learn", "--merchant", "scale"];
  const keys = { PORCHLIGHT_KEYS: newKeyRingText("k1") };
  const { lines, seconds, peakMemoryMb } = learned.parse(await said("../../cli/main.ts", args, keys));
  expect(lines).toBeGreaterThan(SIZE.shoppers * 7);
  expect(peakMemoryMb).toBeLessThan(4_096);
  if (!IS_FULL) return;
  process.stdout.write(`${JSON.stringify({ lines, seconds, peakMemoryMb })}\n`);
  expect(lines).toBeGreaterThan(10_000_000);
  expect(seconds).toBeLessThan(600);
});

test("candidates are found in five milliseconds, but for one time in a hundred", { timeout: 5 * MINUTE }, async () => {
  const { asked, fewest, p50, p99 } = served.parse(
    await said("./serve-timing-testing.ts", [merchantId, `${ASKED}`], {}),
  );
  expect(asked).toBe(ASKED);
  expect(fewest).toBeGreaterThanOrEqual(40);
  if (!IS_FULL) return;
  process.stdout.write(`${JSON.stringify({ p50, p99 })}\n`);
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
