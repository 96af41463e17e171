import { sql } from "drizzle-orm";
import { PgBoss } from "pg-boss";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { QUEUE_SCHEMA } from "#db/queues.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { judgeOpenJob } from "./jobs/judge-open.ts";
import { startQueue } from "./queue.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

const asking = {
  ...{ keys: keyRingFrom(newKeyRingText("test")), carriers: new Map(), send: sendHttp },
  sandbox: { url: "http://127.0.0.1:9", pace: 1 },
};

test("rules that cannot be read any more are told of in the log once, not every hour", async () => {
  const shop = { slug: "ruled", name: "Ruled", currency: "GBP", zone: "Europe/London", locale: "en", sandbox: true };
  const { merchantId } = await addMerchant(
    { ...database, ...asking },
    { ...shop, storefrontUrl: null, supportEmail: null },
  );
  await database.ownerDb.execute(sql`
    insert into rules (merchant_id, kind, version, rules) values (${merchantId}, 'delay', 7, '{"budget": {"perWeekMinor": 1}}')`);
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: "warn" }, { write: (line) => lines.push(JSON.parse(line)) });
  const { db, appUrl } = database;
  const context = { ...asking, db, appUrl, log, add: async () => {}, onError: () => {} };
  const stopping = new AbortController().signal;
  for (const _ of [1, 2]) await judgeOpenJob.run({ ...context, stopping }, {});
  expect(lines).toMatchObject([{ merchantId, kind: "delay", version: 7, problems: ['budget: has no "perWeekMinor"'] }]);
});

test("the restricted role adds, takes and completes jobs of the queues that the owner made", async () => {
  const log = pino({ level: "silent" });
  const done = Promise.withResolvers<unknown>();
  const job = {
    queue: "housekeeping",
    when: { cron: "17 * * * *" },
    run: async (_: unknown, data: unknown) => done.resolve(data),
  } as const;
  const stop = await startQueue(database.appUrl, [job], { db: database.db, log, ...asking });
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
