import { afterAll, beforeAll, expect, test } from "vitest";
import { hostsOf, merchantOfHost } from "#db/queries/hosts.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { linkBase } from "#lib/use-cases/links/link-base.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { addHost } from "./add-host.ts";
import { dropHost } from "./drop-host.ts";

const keys = keyRingFrom(newKeyRingText("k1"));
let database: TestDatabase;
let mine: MerchantId;
let theirs: MerchantId;

beforeAll(async () => {
  database = await createTestDatabase();
  const shop = { currency: "GBP", zone: "Europe/London", locale: "en", sandbox: false };
  const more = { storefrontUrl: null, supportEmail: null };
  const add = (slug: string) => addMerchant({ db: database.db, keys }, { slug, name: slug, ...shop, ...more });
  mine = (await add("mine")).merchantId;
  theirs = (await add("theirs")).merchantId;
});
afterAll(() => database.drop());

const added = (merchantId: MerchantId, host: string) => addHost(database, { merchantId, host, actor: "test" });

test("a domain leads to its shop, however it was typed, and links lead there", async () => {
  expect(await added(mine, " Track.Shop.EXAMPLE ")).toBe("track.shop.example");
  expect(await merchantOfHost(database.db, "track.shop.example")).toEqual({ merchantId: mine, slug: "mine" });
  const deps = { db: database.db, publicUrl: "https://host.example" };
  expect(await linkBase(deps, mine)).toBe("https://track.shop.example");
  expect(await linkBase(deps, theirs)).toBe("https://host.example");
});

test("letters beyond ASCII are stored as browsers send them", async () => {
  expect(await added(theirs, "sendung.größe.example")).toBe("sendung.xn--gre-6ka8i.example");
});

test("a domain is one shop's only, and only that shop gives it back", async () => {
  await added(mine, "one.example");
  await expect(added(theirs, "one.example")).rejects.toMatchObject({ code: "conflict" });
  await expect(dropHost(database, { merchantId: theirs, host: "one.example", actor: "t" })).rejects.toMatchObject({
    code: "not_found",
  });
  await dropHost(database, { merchantId: mine, host: "one.example", actor: "test" });
  expect(await hostsOf(database.db, mine)).not.toContain("one.example");
});

test.each([
  "https://shop.example",
  "shop.example/track",
  "shop.example:8080",
  "localhost",
  "10.0.0.1",
  "a b.example",
  "",
])("%j is no domain", async (host) => {
  expect(() => added(mine, host)).toThrow(/is no domain/);
});
