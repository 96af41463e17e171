import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { scriptOfSteps, startSandbox, type TestSandbox } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { depsOf, openTrackedShop } from "#lib/use-cases/tracking/tracking-testing.ts";
import { trackAccount } from "./jobs/track-account.ts";
import { trackDue } from "./jobs/track-due.ts";
import { startQueue } from "./queue.ts";

let database: TestDatabase;
let sandbox: TestSandbox;
beforeAll(async () => {
  database = await createTestDatabase();
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox?.close();
  await database?.drop();
});

test("two workers ask about every due parcel, of every carrier, once", async () => {
  const carriers = ["ups", "fedex", "usps", "dhl"] as const;
  const parcels = carriers.flatMap((carrier) => [1, 2, 3].map((at) => [carrier, `worked ${at}`] as const));
  const shop = await openTrackedShop(database, "worked", parcels);
  for (const [at, [carrier]] of parcels.entries()) {
    await sandbox.play(
      carrier,
      shop.numbers[at] ?? "",
      scriptOfSteps([
        [-60, "label"],
        [-30, "picked_up"],
      ]),
    );
  }
  const context = { ...depsOf(database, sandbox), log: pino({ level: "silent" }) };
  const stops = await Promise.all([1, 2].map(() => startQueue(database.appUrl, [trackDue, trackAccount], context)));
  const statuses = async () => (await shop.rows("select status from tracking_states")).map(({ status }) => status);
  await expect.poll(statuses, { timeout: 30_000 }).toEqual(parcels.map(() => "picked_up"));
  await Promise.all(stops.map((stop) => stop()));
  const calls = await sandbox.calls();
  expect([calls.ups.numbers, calls.fedex.numbers, calls.usps.numbers, calls.dhl.numbers]).toEqual([3, 3, 3, 3]);
});
