import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { hearNews, type News, tellNews } from "./tracking-news.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

const merchantId = crypto.randomUUID();
const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());

test("news are heard once they are kept, in few notifications, and not when they are taken back", async () => {
  const heard: News[] = [];
  const stop = await hearNews(database.db, (news) => heard.push(news));
  const shipmentIds = ids(450);
  await expect(
    database.db.transaction(async (tx) => {
      await tellNews(tx, { merchantId, shipmentIds: ids(1) });
      throw new Error("taken back");
    }),
  ).rejects.toThrow("taken back");
  await database.db.transaction((tx) => tellNews(tx, { merchantId, shipmentIds }));
  await tellNews(database.db, { merchantId, shipmentIds: [] });
  await expect.poll(() => heard.flatMap((news) => news.shipmentIds)).toEqual(shipmentIds);
  expect(heard.map((news) => news.merchantId)).toEqual([merchantId, merchantId, merchantId]);
  await stop();
});

test("a connection that is lost comes back by itself and hears on", async () => {
  const heard: string[] = [];
  const stop = await hearNews(database.db, (news) => heard.push(...news.shipmentIds));
  await database.ownerDb.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen %'`);
  await expect
    .poll(
      async () => {
        await tellNews(database.db, { merchantId, shipmentIds: ids(1) });
        return heard.length;
      },
      { timeout: 15_000, interval: 100 },
    )
    .toBeGreaterThan(0);
  await stop();
});
