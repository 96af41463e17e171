import { readFileSync } from "node:fs";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { sql } from "drizzle-orm";
import { pgTable, text } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { connect } from "./client.ts";
import { migrate } from "./migrate.ts";
import * as schema from "./schema/index.ts";
import { createTestDatabase, type TestDatabase } from "./testing.ts";

type Snapshot = ReturnType<typeof generateDrizzleJson>;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

/** What `npm run db:generate` would still have to write for these tables. */
function missingStatements(tables: Record<string, unknown>): Promise<string[]> {
  const folder = new URL("./migrations/meta/", import.meta.url);
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  const { entries } = z.object({ entries: z.array(z.object({ idx: z.number() })) }).parse(read("_journal.json"));
  const last = String(entries.at(-1)?.idx ?? 0).padStart(4, "0");
  return generateMigration(read(`${last}_snapshot.json`) as Snapshot, generateDrizzleJson(tables));
}

test("migrations and schema agree", async () => {
  expect(await missingStatements(schema)).toEqual([]);
});

test("a table without a migration is noticed", async () => {
  const added = { ...schema, forgotten: pgTable("forgotten", { id: text("id").primaryKey() }) };
  expect(await missingStatements(added)).toHaveLength(1);
});

test("every migrated table has the columns that the schema says, in the database itself", async () => {
  const count = async () => {
    const [row] = await database.ownerDb.execute(
      sql`select count(*)::int as n from information_schema.columns where table_schema in ('public', 'auth')`,
    );
    return row?.n;
  };
  const withColumns = z.object({
    tables: z.record(z.string(), z.object({ columns: z.record(z.string(), z.unknown()) })),
  });
  const { tables } = withColumns.parse(generateDrizzleJson(schema));
  const columns = Object.values(tables).flatMap((table) => Object.keys(table.columns));
  expect(await count()).toBe(columns.length);
});

test("migrating again, and by several processes at once, changes nothing and does not fail", async () => {
  await Promise.all([1, 2, 3].map(() => migrate({ ownerUrl: database.ownerUrl })));
  const [row] = await database.ownerDb.execute(
    sql`select count(*)::int as n from pg_class where relnamespace in ('public'::regnamespace, 'auth'::regnamespace) and relkind = 'r'`,
  );
  expect(row).toEqual({ n: Object.keys(generateDrizzleJson(schema).tables).length });
});

test("an operator with one URL only gets the restricted role by stepping down", async () => {
  const connection = connect({ url: database.ownerUrl, asAppRole: true, maxConnections: 1 });
  try {
    const [row] = await connection.db.execute(
      sql`select current_user as name, (select count(*)::int from merchants) as merchants`,
    );
    expect(row).toEqual({ name: "porchlight_app", merchants: 0 });
  } finally {
    await connection.close();
  }
});
