import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { scriptOfSteps, startSandbox, type TestSandbox } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { newKeyRingText } from "#lib/runtime/key-ring.ts";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
const NUMBER = "1Z5R89390357567127";
const keys = newKeyRingText("k1");
let database: TestDatabase;
let sandbox: TestSandbox;
beforeAll(async () => {
  database = await createTestDatabase();
  sandbox = await startSandbox();
  await porchlight("merchant", "add", "played", "--sandbox");
  await porchlight("merchant", "add", "empty");
}, 60_000);
afterAll(async () => {
  await sandbox?.close();
  await database?.drop();
});

async function porchlight(...args: readonly string[]) {
  const own = { DATABASE_URL: database.ownerUrl, PORCHLIGHT_KEYS: keys, PORCHLIGHT_SANDBOX_URL: sandbox.url };
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, ...own },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}

const track = (...args: readonly string[]) => porchlight("carrier", "track", ...args);

test("a carrier is asked with the merchant's account, and its answer is printed and not kept", async () => {
  await sandbox.play(
    "ups",
    NUMBER,
    scriptOfSteps([
      [-60, "label"],
      [-30, "picked_up"],
    ]),
  );
  const { code, stdout } = await track("ups", "1z5r8939 0357567127", "--merchant", "played", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([
    {
      trackingNumber: NUMBER,
      found: true,
      status: "picked_up",
      error: null,
      checkpoints: [{ status: "picked_up" }, {}],
    },
  ]);
  const rows = await database.ownerDb.execute("select 1 from observations union all select 1 from shipments");
  expect(rows).toHaveLength(0);
}, 60_000);

test("a number that the carrier does not take is an entry with an error", async () => {
  const { code, stdout } = await track("ups", "12", "--merchant", "played");
  expect([code, JSON.parse(stdout)]).toMatchObject([0, [{ trackingNumber: "12", error: { kind: "invalid_number" } }]]);
}, 60_000);

test("without an account it says how to connect one", async () => {
  const missing = await track("ups", NUMBER, "--merchant", "empty");
  expect([missing.code, missing.stdout]).toEqual([2, ""]);
  expect(missing.stderr).toContain("empty has no account with ups. Connect one with: porchlight carrier connect ups");
}, 60_000);
