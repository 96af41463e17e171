import { afterAll, beforeAll, expect, test } from "vitest";
import type { HostedMerchant } from "#db/queries/hosts.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import { linkedOrders } from "#lib/use-cases/links/linked-orders-testing.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { leadOf } from "./lead-of.ts";

let database: TestDatabase;
let mine: HostedMerchant;
let token: string;
const other: HostedMerchant = { merchantId: newId(), slug: "other" };

beforeAll(async () => {
  database = await createTestDatabase();
  const { merchantId, tokens } = await linkedOrders(database, 1);
  mine = { merchantId, slug: "linked-orders" };
  token = tokens[0] ?? "";
});
afterAll(() => database.drop());

const kindOf = async (path: string, shop: HostedMerchant | null = null) =>
  (await leadOf({ db: database.db, keys }, new URL(path, "http://host.example"), shop)).kind;
const FORMS = ["", "/address", "/dials", "/remedy", "/calendar"];

test("a link, its forms and its file are there at the host's own address and at its shop's domain", async () => {
  for (const below of FORMS)
    for (const shop of [null, mine]) expect(await kindOf(`/t/${token}${below}`, shop), below).toBe("page");
});

test("at another shop's domain nothing of it is", async () => {
  for (const below of FORMS) expect(await kindOf(`/t/${token}${below}`, other), below).toBe("nowhere");
});

test.each(["%E2%82%AC", "%0d%0aX: y", "a;Domain=example.com", "short", "AAAAAAAAAAAAAAAAAAAAAAA", ""])(
  "what cannot be a token (%j) reaches no form and no file",
  async (text) => {
    for (const below of FORMS)
      for (const shop of [null, mine]) expect(await kindOf(`/t/${text}${below}`, shop), below).toBe("nowhere");
  },
);

test("a token that was never issued leads nowhere", async () => {
  expect(await kindOf(`/t/${"A".repeat(22)}`)).toBe("nowhere");
  expect(await kindOf(`/t/${"A".repeat(22)}/calendar`, mine)).toBe("nowhere");
});

test("a shop's domain has that shop's look-up only", async () => {
  expect(await kindOf("/", mine)).toBe("on_to");
  expect(await kindOf("/find", mine)).toBe("instead");
  expect(await kindOf("/find/linked-orders/sent", mine)).toBe("page");
  expect(await kindOf("/find/linked-orders", other)).toBe("nowhere");
  await expect(kindOf("/find/no-such-shop")).rejects.toMatchObject({ code: "not_found" });
});
