import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { connect, type Db } from "./client.ts";
import { readTenant, tenantRead } from "./tenant.ts";
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

const slugs = tenantRead<{ slug: string }>(sql`select slug from merchants`);
const ratio = tenantRead<{ ratio: number }>(sql`select 1 / ${sql.placeholder("by")}::int as ratio`);
const slow = tenantRead(sql`select pg_sleep(${sql.placeholder("seconds")}::int)`);
const write = tenantRead(sql`update merchants set name = 'changed' returning id`);
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
  await expect(readTenant(database.db, write, { merchantId: mine })).rejects.toMatchObject({ code: "42601" });
});

test("the pool goes on where server processes die in the middle of reads", async () => {
  const name = `dies-${newId()}`;
  const { db, close } = connect({ url: database.appUrl, maxConnections: 2, name });
  const reads = [1, 2, 3, 4].map(() => readTenant(db, slow, { merchantId: mine, seconds: 30 }));
  const ended = Promise.allSettled(reads);
  let isEnded = false;
  void ended.then(() => (isEnded = true));
  const kill = () =>
    database.ownerDb.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = ${name} and wait_event = 'PgSleep'`);
  const killed = () => kill().then(() => isEnded);
  await expect.poll(killed, { timeout: 8_000 }).toBe(true);
  expect((await ended).map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
  // One more read may still meet the dying connection; after it there is a new one.
  await expect.poll(() => slugsOf(mine, db).catch(() => []), { timeout: 8_000 }).toEqual([`x${mine}`]);
  expect(await Promise.all([1, 2, 3, 4].map(() => slugsOf(mine, db)))).toEqual(Array(4).fill([`x${mine}`]));
  await close();
});

test("however PostgreSQL plans a read, the tenant is set before it looks at a row", async () => {
  const { db, close } = connect({ url: database.appUrl, maxConnections: 1 });
  const planners = [
    "enable_seqscan",
    "enable_indexscan",
    "enable_bitmapscan",
    "enable_nestloop",
    "enable_hashjoin",
    "enable_material",
  ];
  const joined = tenantRead<{ number: string; merchantId: string }>(sql`
    select o.number, m.id as "merchantId" from orders o join merchants m on m.id = o.merchant_id`);
  for (const planner of ["", ...planners]) {
    if (planner !== "") await db.execute(sql.raw(`set ${planner} = off`));
    // A prepared statement gets its general plan after a few times.
    for (let nth = 0; nth < 8; nth += 1) {
      for (const merchantId of [mine, theirs]) {
        const rows = await readTenant(db, joined, { merchantId });
        expect(rows.map((row) => row.merchantId)).toEqual([merchantId]);
      }
    }
    if (planner !== "") await db.execute(sql.raw(`reset ${planner}`));
  }
  await close();
});
