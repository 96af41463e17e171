import { gzipSync } from "node:zlib";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getMerchant } from "#db/queries/merchants.ts";
import { findUpload, type Upload } from "#db/queries/uploads.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { carriersOf } from "#lib/carriers/detect/carriers-of.ts";
import type { ImportKind } from "#lib/orders/file-format.ts";
import { type Cells, csv, head, line, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { checkUpload, dropUpload, startImport } from "./change-upload.ts";
import { forgetUploads } from "./forget-uploads.ts";
import { previewUpload } from "./preview-upload.ts";
import { receiveUpload } from "./receive-upload.ts";
import { rejectedFile } from "./rejected-file.ts";
import { workUpload } from "./work-upload.ts";

let database: TestDatabase;
let shop: TestShop;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  shop = await openTestShop(database, "uploads");
});
afterAll(() => database.drop());

const fresh = async () => {
  shops += 1;
  shop = await openTestShop(database, `uploads-${shops}`);
};
const running = new AbortController().signal;
const key = (uploadId: string) => ({ merchantId: shop.merchantId, uploadId });

async function* cut(bytes: Uint8Array, size = 100_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function bring(content: string | Uint8Array, kind: ImportKind | null = null): Promise<string> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const { merchantId } = shop;
  return receiveUpload(database, { merchantId, actor: "ana", fileName: "file.csv", kind, chunks: cut(bytes) });
}

function work(uploadId: string, signal = running) {
  const deps = { db: database.db, importDb: database.db, now: Temporal.Now.instant(), carriersOf };
  return workUpload(deps, key(uploadId), signal);
}

async function stateOf(uploadId: string): Promise<Upload> {
  const upload = await withTenant(database.db, shop.merchantId, (tx) => findUpload(tx, key(uploadId)));
  if (upload === null) throw new Error("The file is gone");
  return upload;
}

async function correction(uploadId: string): Promise<string> {
  const { header } = await stateOf(uploadId);
  let text = "";
  for await (const part of rejectedFile(database, { ...key(uploadId), header: header ?? [] })) text += part;
  return text;
}

async function bringIn(content: string | Uint8Array, kind: ImportKind | null = null) {
  const uploadId = await bring(content, kind);
  await work(uploadId);
  await startImport(database, { ...key(uploadId), actor: "ben" });
  await work(uploadId);
  return stateOf(uploadId);
}

test("a file is looked through before anything is written, then brought in; brought again, nothing is new", async () => {
  await fresh();
  const file = csv([head("#1", "A"), line("#1", "B"), head("#2", "A")]);
  const uploadId = await bring(file);
  expect(await stateOf(uploadId)).toMatchObject({ state: "checking", kind: "orders", isTaken: false });
  await work(uploadId);
  expect(await stateOf(uploadId)).toMatchObject({ state: "ready", checked: { imported: 2, rejected: 0 } });
  expect(await shop.count("orders")).toBe(0);
  const merchant = await withTenant(database.db, shop.merchantId, (tx) => getMerchant(tx, shop));
  const preview = { ...key(uploadId), merchant, kind: "orders", entries: 5 } as const;
  expect(await previewUpload({ db: database.db, carriersOf }, preview)).toMatchObject([
    { line: 2, drafts: [{ kind: "order", number: "#1", lines: [{ sku: "A" }, { sku: "B" }] }] },
    { line: 4, drafts: [{ number: "#2" }] },
  ]);
  expect(await startImport(database, { ...key(uploadId), actor: "ben" })).toBe(true);
  expect(await startImport(database, { ...key(uploadId), actor: "ben" })).toBe(false);
  await work(uploadId);
  expect(await stateOf(uploadId)).toMatchObject({ state: "done", imported: { imported: 2 } });
  expect(await shop.rows("select actor, action from audit where action = 'orders.imported'")).toEqual([
    { actor: "ben", action: "orders.imported" },
  ]);
  expect(await bringIn(gzipSync(file))).toMatchObject({ imported: { imported: 0, unchanged: 2 } });
});

const TROUBLED: readonly Cells[] = [
  head("#1", "A"),
  head("#2", "A", { "Lineitem price": "two", Notes: "=SUM(A1)" }),
  line("#2", "B"),
  head("#3", "A", { Notes: "a\0b 😀" }),
];

test("what stays out comes back as a file that goes in once it is corrected, safe for spreadsheets", async () => {
  await fresh();
  const done = await bringIn(csv(TROUBLED));
  expect(done).toMatchObject({ state: "done", imported: { imported: 1, rejected: 2 } });
  const file = await correction(done.id);
  expect(file).toContain('"two" is not an amount'.replaceAll('"', '""'));
  expect(file).toContain("'=SUM(A1)");
  expect(file.split("\r\n").filter((row) => row.includes("(goes with Order #2)"))).toHaveLength(1);
  const corrected = await bringIn(file.replaceAll(",two,", ",2.00,"));
  expect(corrected).toMatchObject({ kind: "orders", imported: { imported: 2, rejected: 0 } });
  expect(await shop.rows("select note from orders where number = '#2'")).toEqual([{ note: "=SUM(A1)" }]);
  expect(await shop.count("line_items")).toBe(4);
});

test.each([
  ["empty", "", { code: "empty" }],
  ["a spreadsheet", Buffer.from([0x50, 0x4b, 3, 4, 20]), { code: "spreadsheet" }],
  ["UTF-16", Buffer.from("\uFEFFName,Email", "utf16le"), { code: "utf16" }],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), { code: "notText" }],
  ["packed and cut off", gzipSync("Name,Email\n".repeat(500)).subarray(0, 40), { code: "packed" }],
  ["of no kind", "Colour,Size\nred,4", { code: "unknown" }],
])("a file that is %s is refused with a word for it, and no worker is asked", async (_, content, problem) => {
  const uploadId = await bring(content);
  expect(await stateOf(uploadId)).toMatchObject({ state: "refused", problem });
  expect(await work(uploadId)).toBe("nothing");
});

test("a file that is said to be what it is not is refused with the columns that are missing, and may be called otherwise", async () => {
  await fresh();
  const uploadId = await bring("SKU,Title\nA,Hat", "reviews");
  await work(uploadId);
  expect(await stateOf(uploadId)).toMatchObject({
    state: "refused",
    problem: { code: "columns", columns: ["Email", "Rating", "Reviewed at"] },
  });
  expect(await checkUpload(database, { ...key(uploadId), kind: "products" })).toBe(true);
  await work(uploadId);
  expect(await stateOf(uploadId)).toMatchObject({ state: "ready", checked: { imported: 1 } });
});

test("an import whose worker stops goes on with another one, and counts as one", async () => {
  await fresh();
  const file = csv(Array.from({ length: 4_500 }, (_, n) => ({ SKU: `S${n}`, Title: "x".repeat(220) })));
  const uploadId = await bring(file);
  await work(uploadId);
  await startImport(database, { ...key(uploadId), actor: "ben" });
  // Asked behind each piece of the first pass, then behind the first of the second, and then it stops.
  const pieces = Math.ceil(file.length / (512 * 1_024)) + 1;
  let asked = 0;
  const stops = {
    get aborted() {
      asked += 1;
      return asked > pieces + 1;
    },
  } as AbortSignal;
  expect(await work(uploadId, stops)).toBe("later");
  const before = await shop.count("products");
  expect([before > 0, before < 4_500]).toEqual([true, true]);
  expect(await work(uploadId)).toBe("done");
  expect(await shop.count("products")).toBe(4_500);
  const { imported } = await stateOf(uploadId);
  expect(imported).toMatchObject({ updated: 0, rejected: 0 });
  expect((imported?.imported ?? 0) + (imported?.unchanged ?? 0)).toBe(4_500);
});

test("a file that is too large, or whose connection ends, leaves nothing behind", async () => {
  await fresh();
  async function* endless() {
    for (;;) yield new Uint8Array(200_000);
  }
  async function* broken() {
    yield Buffer.from("Name,");
    throw new Error("the line went dead");
  }
  const asked = { merchantId: shop.merchantId, actor: "ana", fileName: "x", kind: null };
  await expect(receiveUpload(database, { ...asked, chunks: endless(), mostBytes: 2_000_000 })).rejects.toMatchObject({
    code: "limit",
  });
  await expect(receiveUpload(database, { ...asked, chunks: broken() })).rejects.toThrow("went dead");
  expect(await shop.count("uploads")).toBe(0);
  expect(await shop.count("upload_chunks")).toBe(0);
});

test("old files go, their history stays; one that was thrown away can be taken back, and then goes altogether", async () => {
  await fresh();
  const done = await bringIn(csv([head("#1", "A")]));
  const dropped = await bring(csv([head("#2", "A")]));
  expect(await dropUpload(database, { ...key(done.id), isDropped: true })).toBe(false);
  expect(await dropUpload(database, { ...key(dropped), isDropped: true })).toBe(true);
  expect(await dropUpload(database, { ...key(dropped), isDropped: false })).toBe(true);
  expect(await dropUpload(database, { ...key(dropped), isDropped: true })).toBe(true);
  await shop.rows("update uploads set created_at = now() - interval '8 days' returning 1");
  expect(await forgetUploads(database, running)).toBe(2);
  expect(await shop.count("upload_chunks")).toBe(0);
  expect(await shop.rows("select state, forgotten_at is not null as gone from uploads")).toEqual([
    { state: "done", gone: true },
  ]);
});
