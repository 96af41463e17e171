import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCatalogue } from "#db/testing/catalogue.ts";
import { fillEveryTable } from "#db/testing/filled-tables.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { newId } from "#lib/kernel/ids.ts";
import { removeMerchant } from "./remove-merchant.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

test("a removed merchant leaves no row in any table, and another merchant keeps every one", async () => {
  const [kept, removed] = [newId(), newId()];
  for (const merchantId of [kept, removed]) await fillEveryTable(database.ownerDb, merchantId);
  await removeMerchant(database.db, { merchantId: removed });
  for (const { name, tenantColumn } of await readCatalogue(database.ownerDb)) {
    if (tenantColumn === null) continue;
    const rows = await database.ownerDb.execute(
      sql`select ${sql.identifier(tenantColumn)} as id from ${sql.identifier(name)}`,
    );
    expect([...rows], name).toEqual([{ id: kept }]);
  }
});
