import { type SQL, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withTenant } from "#db/tenant.ts";
import { rowsReadBy } from "#db/testing/rows-read-by.ts";
import { tablesScannedBy } from "#db/testing/tables-scanned-by.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { noteDesk } from "#lib/use-cases/desk/note-desk.ts";
import { noteReviews } from "#lib/use-cases/desk/note-reviews.ts";
import { turnItem } from "#lib/use-cases/desk/turn-item.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { deskContext } from "./desk-context.ts";
import { deskQueue, type QueueFilter } from "./desk-queue.ts";
import { fillLargeShop, fillQueue } from "./large-shop-testing.ts";
import { queueCounts } from "./queue-counts.ts";

/** As `indexes.db.test.ts`: what is asked, as the application's role, must not scan a large table. */
const ORDERS = 20_000;
const now = Temporal.Instant.from("2026-11-21T12:00:00Z");
let database: TestDatabase;
let merchantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const shop = { name: "Large", currency: "GBP", zone: "Europe/London", locale: "en", sandbox: true };
  const deps = { db: database.db, keys: keyRingFrom(newKeyRingText("k1")) };
  const places = { storefrontUrl: null, supportEmail: null };
  ({ merchantId } = await addMerchant(deps, { slug: "large", ...shop, ...places }));
  await database.ownerDb.transaction((tx) => fillLargeShop(tx, merchantId, ORDERS));
}, 120_000);
afterAll(() => database.drop());

const ids = (query: SQL) =>
  withTenant(database.db, merchantId, async (tx) => (await tx.execute<{ id: string }>(query)).map(({ id }) => id));

test("the desk's queue is a short read of an index, filled, filtered and turned without a scan", async () => {
  await withTenant(database.db, merchantId, fillQueue);
  await database.ownerDb.execute(sql`analyze`);
  const [itemId = ""] = await ids(sql`select id from desk_items order by attend_by limit 1`);
  const orderIds = await ids(sql`select order_id as id from desk_items limit 100`);
  const all = { topic: null, whose: null, when: "open" } as const;
  const read = (filter: QueueFilter) =>
    rowsReadBy(database, (db) =>
      withTenant(db, merchantId, (tx) => deskQueue(tx, { merchantId, filter, after: null, limit: 31 })),
    );
  for (const filter of [
    all,
    { ...all, topic: "trouble" },
    { ...all, when: "overdue" },
    { ...all, when: "done" },
  ] as const)
    expect(await read(filter), JSON.stringify(filter)).toBeLessThan(1_000);
  const scanned = await tablesScannedBy(database, async (db) => {
    await withTenant(db, merchantId, async (tx) => {
      await queueCounts(tx, { merchantId, me: "ben" });
      await deskContext(tx, { merchantId, itemId });
      const after = { place: now.toString(), id: itemId };
      await deskQueue(tx, { merchantId, filter: { ...all, whose: "ben" }, after, limit: 31 });
      await noteDesk(tx, { merchantId, orderIds });
      await noteReviews(tx, { merchantId });
    });
    await turnItem({ db }, { merchantId, itemId, version: 1, actor: "ben", turn: { kind: "resolve" } });
  });
  expect(scanned).toEqual([]);
});
