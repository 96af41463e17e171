import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { connect, type Db } from "./client.ts";
import { statement } from "./statement.ts";
import { readTenant } from "./tenant.ts";
import { fillEveryTable } from "./testing/filled-tables.ts";
import { createTestDatabase, type TestDatabase } from "./testing.ts";

const mine = newId();
const theirs = newId();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  for (const merchantId of [mine, theirs]) await fillEveryTable(database.ownerDb, merchantId);
});
afterAll(() => database?.drop());

const slugs = statement<{ slug: string }>(sql`select slug from merchants`);
const ratio = statement<{ ratio: number }>(sql`select 1 / ${sql.placeholder("by")}::int as ratio`);
const write = statement(sql`select id from merchants for update`);
const slugsOf = async (merchantId: string, db: Db = database.db) =>
  (await readTenant(db, slugs, { merchantId })).map(({ slug }) => slug);

test("a read sees its own merchant and no other, also where many go at once on connections that are being opened", async () => {
  const { db, close } = connect({ url: database.appUrl });
  const asked = Array.from({ length: 60 }, (_, nth) => (nth % 2 === 0 ? mine : theirs));
  expect(await Promise.all(asked.map((merchantId) => slugsOf(merchantId, db)))).toEqual(asked.map((id) => [`x${id}`]));
  await close();
});

test("an unknown merchant reads nothing", async () => {
  expect(await slugsOf(newId())).toEqual([]);
});

test("a read that fails says so and leaves nothing behind for the next one", async () => {
  const read = (by: number) => readTenant(database.db, ratio, { merchantId: mine, by });
  await expect(read(0)).rejects.toThrow("division by zero");
  expect(await read(1)).toMatchObject([{ ratio: 1 }]);
  expect(await slugsOf(theirs)).toEqual([`x${theirs}`]);
});

test("no tenant stays on a connection", async () => {
  const { db, close } = connect({ url: database.appUrl });
  await slugsOf(mine, db);
  expect(await db.execute(sql`select slug from merchants`)).toHaveLength(0);
  await close();
});

test("nothing can be written in a read", async () => {
  await expect(readTenant(database.db, write, { merchantId: mine })).rejects.toMatchObject({ code: "25006" });
});
