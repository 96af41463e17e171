import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { type MerchantId, newId, type ShipmentId } from "#lib/kernel/ids.ts";
import type { Observation, Pickup } from "#lib/tracking/observation.ts";
import { pickupAt } from "#lib/tracking/pickup.ts";
import { reported } from "#lib/tracking/reported.ts";
import { openTrackedShop } from "#lib/use-cases/tracking/tracking-testing.ts";
import { keepObservations, observationsOf } from "./observations.ts";

let database: TestDatabase;
let merchantId: MerchantId;
let shipmentId: ShipmentId;

beforeAll(async () => {
  database = await createTestDatabase();
  const shop = await openTrackedShop(database, "kept-places", [["ups", "kept places"]]);
  merchantId = shop.merchantId;
  const [row] = await database.ownerDb.execute<{ id: ShipmentId }>(sql`select id from shipments`);
  shipmentId = row?.id ?? ("" as ShipmentId);
});
afterAll(() => database.drop());

const PLACE: Pickup = {
  name: "Kiosk am Sielwall",
  street: "Sielwall 1",
  city: "Bremen",
  region: null,
  postalCode: "28203",
  country: "DE",
  hours: [{ weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "24:00" }],
  until: "2026-03-12",
};

async function keep(hash: string, pickup: Pickup | null): Promise<number> {
  const { raw, ...said } = reported({
    kind: "summary",
    effect: "moves",
    status: "available_for_pickup",
    reportPosition: 0,
    raw: {},
    pickup,
  });
  const observation: Observation = { ...said, corrects: false, observedAt: "2026-03-05T12:00:00Z" };
  const kept = { id: newId(), shipmentId, observation, contentHash: hash, source: "poll", raw } as const;
  return withTenant(database.db, merchantId, (tx) => keepObservations(tx, { merchantId, observations: [kept] }));
}

/** Of the only observation there is, which is gone afterwards. */
async function pickupRead(): Promise<Pickup | null | undefined> {
  const stored = await withTenant(database.db, merchantId, (tx) =>
    observationsOf(tx, { merchantId, shipmentIds: [shipmentId] }),
  );
  expect(stored).toHaveLength(1);
  await database.ownerDb.execute(sql`delete from observations`);
  return stored[0]?.observation.pickup;
}

test("a pick-up place comes back as it was kept, and none as none", async () => {
  await keep("whole", PLACE);
  expect(await pickupRead()).toEqual(PLACE);
  await keep("none", null);
  const [row] = await database.ownerDb.execute(sql`select pickup is null as empty from observations`);
  expect(row).toEqual({ empty: true });
  expect(await pickupRead()).toBeNull();
  const partly = pickupAt({ until: "2026-03-12" });
  await keep("partly", partly);
  expect(await pickupRead()).toEqual(partly);
});

test("what may not stand in the database is left out of a name", async () => {
  await keep("nul", { ...PLACE, name: "Ki\0osk" });
  expect(await pickupRead()).toMatchObject({ name: "Kiosk" });
});

test.each([
  ["a text", '"Kiosk"'],
  ["a list", "[]"],
  ["nothing told", "{}"],
  ["a day that cannot be", JSON.stringify({ ...PLACE, until: "2026-02-30" })],
  ["an eighth day of the week", JSON.stringify({ ...PLACE, hours: [{ weekdays: [8], from: "08:00", to: "09:00" }] })],
  ["hours of another form", JSON.stringify({ ...PLACE, hours: [{ weekdays: [1], from: "8", to: "25:00" }] })],
  ["a number for a name", JSON.stringify({ ...PLACE, name: 7 })],
])("%s in the column is no place, and the observation is read all the same", async (_, stored) => {
  await keep("malformed", PLACE);
  await database.ownerDb.execute(sql`update observations set pickup = ${stored}::text::jsonb`);
  expect(await pickupRead()).toBeNull();
});
