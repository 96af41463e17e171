import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newKeyRingText } from "#lib/runtime/key-ring.ts";

const [MANY_LINES, HEAP_MB] = process.env.PORCHLIGHT_FULL === "1" ? [1_000_000, 144] : [20_000, 56];
const SOME_LINES = 8_000;
const LINES_AN_ORDER = 10;
const main = fileURLToPath(new URL("./main.ts", import.meta.url));
const keys = newKeyRingText("k1");
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "porchlight-cli-"));
  await run(["merchant", "add", "shop"]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

function start(args: readonly string[], nodeFlags: readonly string[] = []) {
  const env = {
    ...process.env,
    DATABASE_URL: database.ownerUrl,
    PORCHLIGHT_KEYS: keys,
    PUBLIC_URL: "https://t.example",
  };
  return spawn(process.execPath, [...nodeFlags, main, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
}

async function run(args: readonly string[], nodeFlags: readonly string[] = []) {
  const child = start(args, nodeFlags);
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const HEADER = "Name,Created at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku";
function* linesOf(prefix: string, lines: number) {
  yield `${HEADER}\n`;
  for (let n = 0; n < lines; n += 1) {
    const isFirst = n % LINES_AN_ORDER === 0;
    const own = isFirst ? "2026-03-02 10:00:00 +0000,GBP,25.00" : ",,";
    yield `#${prefix}${Math.floor(n / LINES_AN_ORDER)},${own},1,Thing ${n % 500},2.50,S${n % 500}\n`;
  }
}

async function largeFile(prefix: string, lines: number): Promise<string> {
  const path = join(folder, `${prefix}.csv`);
  await pipeline(Readable.from(linesOf(prefix, lines)), createWriteStream(path));
  return path;
}

async function shop(query: string): Promise<number> {
  const [row] = await database.ownerDb.execute<{ n: number }>(sql.raw(`select (${query})::int as n`));
  return row?.n ?? -1;
}

test(`a file of ${MANY_LINES} lines goes in with ${HEAP_MB} MB of heap`, { timeout: 600_000 }, async () => {
  const path = await largeFile("heap", MANY_LINES);
  const { code, stdout } = await run(
    ["import", "orders", path, "--merchant", "shop"],
    ["--max-semi-space-size=4", `--max-old-space-size=${HEAP_MB}`],
  );
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    { imported: MANY_LINES / LINES_AN_ORDER, updated: 0, unchanged: 0, rejected: 0 },
  ]);
});

test("an import killed in the middle leaves whole orders only, and the next run completes it", {
  timeout: 600_000,
}, async () => {
  const path = await largeFile("kill", SOME_LINES);
  const imported = "select count(*) from orders where number like '#kill%'";
  const child = start(["import", "orders", path, "--merchant", "shop"]);
  await expect.poll(() => shop(imported), { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
  child.kill("SIGKILL");
  await new Promise((resolve) => child.on("close", resolve));
  const before = await shop(imported);
  const broken = `select count(*) from orders o where number like '#kill%' and ${LINES_AN_ORDER} <> (
    select count(*) from line_items l where l.merchant_id = o.merchant_id and l.order_id = o.id)`;
  expect(before).toBeLessThan(SOME_LINES / LINES_AN_ORDER);
  expect(await shop(broken)).toBe(0);
  const { stdout } = await run(["import", "orders", path, "--merchant", "shop"]);
  expect(JSON.parse(stdout)).toMatchObject({ updated: 0, rejected: 0 });
  expect([await shop(imported), await shop(broken)]).toEqual([SOME_LINES / LINES_AN_ORDER, 0]);
});

test("results go to stdout, everything else to stderr; rejected rows end with 3 and leave no personal data behind", async () => {
  const good = '"#1",2026-03-02 10:00:00 +0000,GBP,2.50,1,Thing,2.50,S1';
  const path = file("bad.csv", `${HEADER},Email\n${good},ana@example.com\n${good.replace("#1", "#2")},not an email\n`);
  const { code, stdout, stderr } = await run(["import", "orders", path, "--merchant", "shop"]);
  expect(code).toBe(3);
  expect(stdout).toBe('{"imported":1,"updated":0,"unchanged":0,"rejected":1}\n');
  expect(stderr).toContain("Line 3, Email: ");
  expect(stderr).not.toContain("ana@example.com");
  const link = await run(["link", "1"]);
  expect(link.stdout).toMatch(/^https:\/\/t\.example\/t\/[A-Za-z0-9_-]{22}\n$/);
  expect((await run(["merchant", "list"])).stdout).toMatch(/^shop\t/);
});

test.each([
  ["no such command", ["bogus"]],
  ["no file", ["import", "orders", "/nowhere.csv", "--merchant", "shop"]],
  ["no merchant", ["import", "orders", main]],
  ["an unknown merchant", ["import", "orders", main, "--merchant", "nobody"]],
  ["another kind of file", ["import", "orders", main, "--merchant", "shop"]],
  ["an unknown order", ["link", "no-such-order"]],
  ["a slug that cannot be", ["merchant", "add", "No Shop"]],
])("wrong use (%s) ends with 2, one clear message and an empty stdout", async (_, args) => {
  const { code, stdout, stderr } = await run(args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr.trim()).not.toBe("");
  expect(stderr).not.toContain("    at ");
});

test("shop-hook prints a new secret, and nothing else, on stdout", async () => {
  const set = ["shop-hook", "set", "https://shop.example/hook", "--merchant", "shop"];
  expect(await run(set)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^secret\twhsec_\S+\n$/) });
});

test("a fresh server has a set-up code; a new member gets a link, and the last owner stays", async () => {
  expect(await run(["setup-code"])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^([0-9A-Z]{5}-?){4}\n$/) });
  const member = ["ana@shop.example", "--merchant", "shop"];
  const added = await run(["member", "add", ...member, "--role", "owner", "--name", "Ana"]);
  expect(added).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^https:\/\/t\.example\/admin\/new-password\?token=\S+\n$/),
  });
  expect(await run(["member", "remove", ...member])).toMatchObject({ code: 2, stdout: "" });
  expect(await run(["member", "list", "--merchant", "shop"])).toMatchObject({
    code: 0,
    stdout: "ana@shop.example\towner\tAna\n",
  });
}, 60_000);
