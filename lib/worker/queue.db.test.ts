import { PgBoss } from "pg-boss";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { QUEUE_SCHEMA } from "#db/queues.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { startQueue } from "./queue.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

test("the restricted role adds, takes and completes jobs of the queues that the owner made", async () => {
  const log = pino({ level: "silent" });
  const done = Promise.withResolvers<unknown>();
  const job = {
    queue: "housekeeping",
    when: { cron: "17 * * * *" },
    run: async (_: unknown, data: unknown) => done.resolve(data),
  } as const;
  const asking = { keys: keyRingFrom(newKeyRingText("test")), carriers: new Map(), send: sendHttp };
  const sandbox = { url: "http://127.0.0.1:9", pace: 1 };
  const stop = await startQueue(database.appUrl, [job], { db: database.db, log, ...asking, sandbox });
  const boss = new PgBoss({
    connectionString: database.appUrl,
    schema: QUEUE_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  const id = await boss.send("housekeeping", { merchantId: "m1" });
  expect(await done.promise).toEqual({ merchantId: "m1" });
  expect(await boss.getSchedules()).toMatchObject([{ name: "housekeeping", cron: "17 * * * *" }]);
  await stop();
  expect(await boss.findJobs("housekeeping", { id: id ?? "" })).toMatchObject([{ state: "completed" }]);
  await boss.stop({ graceful: false });
});
