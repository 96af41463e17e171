import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { Carrier } from "#lib/carriers/carrier.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { openPushedShop } from "./pushed-shop-testing.ts";
import { takeUpPushes } from "./take-up-pushes.ts";

let database: TestDatabase;
let isBroken = true;
let shops = 0;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());
beforeEach(() => {
  isBroken = true;
});

const easypost = CARRIERS.get("easypost") as Carrier;
/** A carrier whose pushes cannot be read while something is wrong with us. */
const BREAKING: Carrier = {
  ...easypost,
  code: "breaking",
  pushes: {
    ...{ trust: "hint", isSigned: () => true, idOf: () => null, subscription: null },
    read: () => {
      if (isBroken) throw new Error("a mistake of ours");
      return [];
    },
  },
};

async function open() {
  shops += 1;
  const input = { slug: `taken-up-${shops}`, account: "breaking", carrier: "ups", numbers: ["1Z0000000000000003"] };
  const shop = await openPushedShop(database, input, new Map([["breaking", BREAKING]]));
  await shop.receive(`push ${shops}`, {});
  return {
    ...shop,
    age: (minutes: number) =>
      shop.rows(`update carrier_pushes set received_at = now() - make_interval(mins => ${minutes})`),
    takeUp: () => takeUpPushes(shop.deps, new AbortController().signal),
    push: async () => (await shop.rows("select body, worked_at is not null as ended, outcome from carrier_pushes"))[0],
    jobs: async () =>
      (await database.ownerDb.execute(sql`select 1 from pgboss.job where data->>'merchantId' = ${shop.merchantId}`))
        .length,
  };
}

test("a push that nobody could work in while its job was tried has a job again, and no other has", async () => {
  const shop = await open();
  expect([await shop.takeUp(), await shop.jobs()]).toMatchObject([{ again: 0, givenUp: 0 }, 1]);
  await shop.age(46);
  expect([await shop.takeUp(), await shop.jobs()]).toMatchObject([{ again: 1, givenUp: 0 }, 2]);
  isBroken = false;
  await shop.workAll();
  expect(await shop.takeUp()).toMatchObject({ again: 0, givenUp: 0 });
});

test("after a day it is tried a last time and given up: the body goes, and the operator is told why", async () => {
  const shop = await open();
  await shop.age(24 * 60 + 1);
  expect(await shop.takeUp()).toMatchObject({ again: 0, givenUp: 1, error: { message: "a mistake of ours" } });
  expect(await shop.push()).toEqual({ body: null, ended: true, outcome: null });
  expect(await shop.takeUp()).toMatchObject({ again: 0, givenUp: 0 });
});

test("what was left for a day since nobody worked is not given up where it can be worked in", async () => {
  const shop = await open();
  await shop.age(30 * 60);
  isBroken = false;
  expect(await shop.takeUp()).toMatchObject({ again: 0, givenUp: 0 });
  expect(await shop.push()).toEqual({ body: null, ended: true, outcome: "no_parcel" });
});
