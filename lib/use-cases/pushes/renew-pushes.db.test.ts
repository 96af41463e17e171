import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { Carrier, CarrierError, PushTarget } from "#lib/carriers/carrier.ts";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import { csv } from "#lib/use-cases/orders/import-testing.ts";
import { openWebhook } from "./open-webhook.ts";
import { openPushedShop, SECRET } from "./pushed-shop-testing.ts";
import { renewPushes } from "./renew-pushes.ts";

const DAY_MS = 86_400_000;
let database: TestDatabase;
let calls: { readonly numbers: readonly string[]; readonly target: PushTarget }[] = [];
let outcomeOf: (number: string) => Result<null, CarrierError> = () => ok(null);

/** A carrier that has to be asked, two numbers a call, and pushes for 14 days. */
const ASKED: Carrier = {
  ...{
    code: "asked",
    batchSize: 1,
    needsClientId: false,
    baseUrl: "http://asked.invalid",
    isAggregator: false,
    limits: { perSecond: null, perHour: null, perDay: null },
  },
  track: async (_, numbers) => new Map(numbers.map((number) => [number, ok({ found: false, trackingNumber: number })])),
  parse: () => [],
  pushes: {
    ...{ trust: "hint", isSigned: () => true, idOf: () => null, read: () => [] },
    subscription: {
      ...{ batchSize: 2, lastsMs: 14 * DAY_MS },
      subscribe: async (_, numbers, target) => {
        calls.push({ numbers, target });
        return new Map(numbers.map((number) => [number, outcomeOf(number)]));
      },
    },
  },
};

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());
beforeEach(() => {
  calls = [];
  outcomeOf = () => ok(null);
});

let shops = 0;
async function open(numbers: readonly string[]) {
  shops += 1;
  const carriers = new Map([["asked", ASKED]]);
  const shop = await openPushedShop(
    database,
    { slug: `renewed-${shops}`, account: "asked", carrier: "asked", numbers },
    carriers,
  );
  const { deps, merchantId, accountId } = shop;
  const looked = new Map();
  let { webhookKey } = shop;
  return {
    ...shop,
    tick: () =>
      renewPushes(
        { ...deps, looked, publicUrl: "https://t.example", stopping: new AbortController().signal },
        { merchantId, accountId, webhookKey },
      ),
    rotate: async () => {
      const account = { merchantId, carrier: "asked", label: "main", secret: null, rotate: true, actor: "test" };
      ({ webhookKey } = await openWebhook(deps, account));
      return webhookKey;
    },
    askedSoFar: () => calls.flatMap(({ numbers: some }) => some).sort(),
  };
}

test("the carrier is asked about each open parcel once, in its batches, with the account's own address and secret", async () => {
  const shop = await open(["AAAA1", "AAAA2", "AAAA3"]);
  expect(await shop.tick()).toEqual({ asked: 3, failed: 0, problem: null });
  expect(await shop.tick()).toEqual({ asked: 0, failed: 0, problem: null });
  expect(calls.map(({ numbers }) => numbers.length)).toEqual([2, 1]);
  expect(shop.askedSoFar()).toEqual(["AAAA1", "AAAA2", "AAAA3"]);
  const url = `https://t.example/api/webhooks/carriers/${shop.webhookKey}`;
  expect(calls.map(({ target }) => target)).toEqual(calls.map(() => ({ url, secret: SECRET })));
  const days = await shop.rows("select extract(epoch from renew_at - now()) / 86400 as days from push_subscriptions");
  for (const row of days) expect([Number(row.days) > 11, Number(row.days) < 12.01]).toEqual([true, true]);
});

test("parcels that come later are found, and those that run out are asked for again, unless they have arrived", async () => {
  const shop = await open(["BBBB1", "BBBB2"]);
  await shop.tick();
  await shop.run("shipments", csv([{ Order: "#1", Carrier: "asked", "Tracking number": "BBBB3" }]));
  await shop.tick();
  expect(shop.askedSoFar()).toEqual(["BBBB1", "BBBB2", "BBBB3"]);
  const [gone] = await shop.rows("select id from shipments where tracking_number = 'BBBB1'");
  await database.db.execute(sql`delete from due_shipments where shipment_id = ${String(gone?.id)}`);
  await shop.rows("update push_subscriptions set renew_at = now()");
  calls = [];
  await shop.tick();
  expect(shop.askedSoFar()).toEqual(["BBBB2", "BBBB3"]);
  expect(await shop.count("push_subscriptions")).toBe(2);
});

test("what is not taken is asked for later and later, and the rest is not kept waiting by it", async () => {
  const shop = await open(["CCCC1", "CCCC2"]);
  const refused = err<CarrierError>({ kind: "invalid_number", message: "no", retryAfterMs: null });
  outcomeOf = (number) => (number === "CCCC1" ? refused : ok(null));
  expect(await shop.tick()).toEqual({ asked: 2, failed: 1, problem: "invalid_number" });
  const [row] = await shop.rows(
    "select failures, renew_at > now() + interval '1 hour' as later from push_subscriptions where problem is not null",
  );
  expect(row).toEqual({ failures: 1, later: true });
});

test("an account that is refused as a whole is asked once a tick, and not at all while it is left alone", async () => {
  const shop = await open(["DDDD1", "DDDD2", "DDDD3", "DDDD4", "DDDD5"]);
  outcomeOf = () => err<CarrierError>({ kind: "credentials_refused", message: "no", retryAfterMs: null });
  await shop.tick();
  expect(calls).toHaveLength(1);
  await database.db.execute(sql`
    insert into account_pauses (account_id, merchant_id, paused_until)
    values (${shop.accountId}, ${shop.merchantId}, now() + interval '1 hour')`);
  await shop.tick();
  expect(calls).toHaveLength(1);
});

test("a new address is told to the carrier for every parcel, and the old one ends at once", async () => {
  const shop = await open(["EEEE1"]);
  await shop.tick();
  const before = shop.webhookKey;
  const after = await shop.rotate();
  await shop.tick();
  expect(calls.at(-1)?.target.url).toBe(`https://t.example/api/webhooks/carriers/${after}`);
  expect(calls.at(-1)?.target.secret).toMatch(/^[\w-]{32}$/);
  expect(await shop.receive("{}", {})).toEqual({ kind: "unknown" });
  expect(before).not.toBe(after);
  const actions = await shop.rows("select action from audit where action like '%webhook%' order by id");
  expect(actions.map(({ action }) => action)).toEqual([
    "carrier_account.webhook_opened",
    "carrier_account.webhook_changed",
  ]);
});
