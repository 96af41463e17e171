import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { linkedOrders } from "#lib/use-cases/links/linked-orders-testing.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { openTrackingPage } from "#lib/use-cases/tracking/open-tracking-page.ts";
import { isAddressGrant } from "./address-grant.ts";
import { provePostcode } from "./prove-postcode.ts";

const now = Temporal.Instant.from("2026-11-22T12:00:00Z");
const HIDDEN = /Zora|Quill|Hidden Lane|CF10|0209/;
let database: TestDatabase;
let tokens: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  ({ tokens } = await linkedOrders(database, 3));
});
afterAll(() => database.drop());

const tokenAt = (nth: number) => tokens[nth] ?? "";
const prove = (token: string, postcode: string, addressBlock = "block") =>
  provePostcode({ db: database.db, keys, now }, { token, postcode, addressBlock });
const open = (token: string, isAddressOpen: boolean) =>
  openTrackingPage(
    { db: database.db, now },
    { token, isAddressOpen, wishes: { asked: null, saved: null, browser: [] } },
  );

test("before the postcode is proved nothing of name, street, postcode and phone is in what the page gets", async () => {
  const { brand: _, voice: __, ...opened } = await open(tokenAt(0), false);
  expect(JSON.stringify(opened)).not.toMatch(HIDDEN);
});

test("who types the postcode, however it is spaced, sees the whole address for half an hour", async () => {
  const outcome = await prove(tokenAt(0), " cf101ep ");
  if (outcome.kind !== "proved") throw new Error(outcome.kind);
  const { grant } = outcome;
  expect(isAddressGrant(keys, { token: tokenAt(0), grant, now: now.add({ minutes: 29 }) })).toBe(true);
  expect(isAddressGrant(keys, { token: tokenAt(0), grant, now: now.add({ minutes: 31 }) })).toBe(false);
  expect((await open(tokenAt(0), true)).whole).toMatchObject({ name: "Zora Quill", street: "90 Hidden Lane" });
});

test("a grant opens no other link, and a changed one opens nothing", async () => {
  const outcome = await prove(tokenAt(1), "CF10 1EP");
  const grant = outcome.kind === "proved" ? outcome.grant : "";
  expect(isAddressGrant(keys, { token: tokenAt(0), grant, now })).toBe(false);
  for (const wrong of [
    grant.slice(0, -9),
    grant.slice(4),
    "",
    "x",
    Buffer.from("{}").toString("base64url"),
    "9".repeat(600),
  ])
    expect(isAddressGrant(keys, { token: tokenAt(1), grant: wrong, now })).toBe(false);
});

test("a wrong postcode opens nothing, and after a few tries not even the right one is taken", async () => {
  const tries: string[] = [];
  for (let nth = 0; nth < 6; nth++) tries.push((await prove(tokenAt(2), `CF10 ${nth}AA`, `block ${nth}`)).kind);
  expect(tries).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong", "limited"]);
  expect(await prove(tokenAt(2), "CF10 1EP", "another block")).toMatchObject({ kind: "limited" });
});
