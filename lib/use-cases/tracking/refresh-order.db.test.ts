import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { scriptOfSteps, startSandbox, type TestSandbox } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import { AT_ONCE } from "./flight.ts";
import { refreshOrder } from "./refresh-order.ts";
import { syncShipments } from "./sync-shipments.ts";
import { depsOf, openTrackedShop, type TrackedShop } from "./tracking-testing.ts";

let database: TestDatabase;
let sandbox: TestSandbox;
let shop: TrackedShop;
let token: string;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  sandbox = await startSandbox({ slowMs: 3_500 });
});
afterAll(async () => {
  await sandbox?.close();
  await database?.drop();
});
beforeEach(async () => {
  shops += 1;
  shop = await openTrackedShop(database, `looked-${shops}`, [["ups", `looked ${shops}`]]);
  token = await shop.token("#1");
  const journey = scriptOfSteps([
    [-600, "label"],
    [-500, "picked_up"],
    [5, "out_for_delivery"],
    [60, "delivered"],
  ]);
  await sandbox.play("ups", shop.numbers[0] ?? "", journey);
  await sandbox.fault("ups", null);
  await sandbox.resetCalls();
});

const deps = (more: Partial<ReturnType<typeof depsOf>> = {}) => ({ ...depsOf(database, sandbox), ...more });
/** The doors have no policy: a test keeps to its own shop. */
const mine = () => `where merchant_id = '${shop.merchantId}'`;
const status = async () => (await shop.rows("select status from tracking_states"))[0]?.status;
const calls = async () => (await sandbox.calls()).ups.calls;

test("who looks gets the carrier's newest word", async () => {
  expect(await refreshOrder(deps(), { token })).toEqual({ pending: false });
  expect(await status()).toBe("picked_up");
  await sandbox.advance(10);
  await refreshOrder(deps(), { token });
  expect(await status()).toBe("out_for_delivery");
});

test("twenty shoppers who look at one parcel cause one call, and all wait for its answer", async () => {
  const looks = Array.from({ length: 20 }, async () => {
    const looked = await refreshOrder(deps({ floorMs: 120_000 }), { token });
    return [looked.pending, await status()];
  });
  expect(await Promise.all(looks)).toEqual(looks.map(() => [false, "picked_up"]));
  expect(await calls()).toBe(1);
});

test("within the floor nobody is asked, whoever looks", async () => {
  for (let look = 0; look < 3; look += 1) await refreshOrder(deps({ floorMs: 120_000 }), { token });
  expect(await calls()).toBe(1);
});

test("a look and a worker at once make one call", async () => {
  const [due] = await shop.rows(`select account_id, shipment_id from due_shipments ${mine()}`);
  const leaseId = newId();
  const flight = {
    merchantId: shop.merchantId,
    accountId: String(due?.account_id),
    shipmentIds: [String(due?.shipment_id)],
    leaseId,
    starts: AT_ONCE,
  };
  await shop.rows(
    `update due_shipments set lease_id = '${leaseId}', lease_until = now() + interval '45 s' ${mine()} returning 1`,
  );
  await Promise.all([syncShipments(deps(), flight), refreshOrder(deps(), { token })]);
  expect(await calls()).toBe(1);
  expect(await status()).toBe("picked_up");
});

test("a carrier that takes too long does not keep the shopper, and its answer is kept when it comes", async () => {
  await sandbox.fault("ups", "slow");
  const started = performance.now();
  expect(await refreshOrder(deps(), { token })).toEqual({ pending: true });
  const waited = performance.now() - started;
  expect(waited).toBeGreaterThan(2_000);
  expect(waited).toBeLessThan(3_300);
  expect(await status()).toBeUndefined();
  await expect.poll(status, { timeout: 10_000 }).toBe("picked_up");
});

test("a carrier that is down leaves the last state with its age, and an error to nobody", async () => {
  await refreshOrder(deps(), { token });
  await sandbox.fault("ups", "reset");
  expect(await refreshOrder(deps(), { token })).toEqual({ pending: false });
  const [state] = await shop.rows("select status, problem, checked_at < asked_at as held from tracking_states");
  expect(state).toEqual({ status: "picked_up", problem: "outage", held: true });
});

test("a link that leads nowhere asks nobody", async () => {
  await expect(refreshOrder(deps(), { token: "x".repeat(22) })).rejects.toMatchObject({ code: "not_found" });
  expect(await calls()).toBe(0);
});

test("a parcel about which nothing more is to be asked causes no call, however many look", async () => {
  await refreshOrder(deps(), { token });
  await sandbox.advance(120);
  await refreshOrder(deps(), { token });
  expect(await status()).toBe("delivered");
  await sandbox.advance(60 * 48);
  await shop.rows(`delete from due_shipments ${mine()} returning 1`);
  await sandbox.resetCalls();
  await refreshOrder(deps(), { token });
  expect(await calls()).toBe(0);
});
