import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { APP_ROLE, type Tx } from "./client.ts";
import { withTenant } from "./tenant.ts";
import { readCatalogue, type Table } from "./testing/catalogue.ts";
import { fillEveryTable } from "./testing/filled-tables.ts";
import { createTestDatabase, type TestDatabase } from "./testing.ts";

/** Entered without a tenant: ids only, no policy. Adding to this list is a decision about safety. */
const DOORS = [
  "account_index",
  "account_pauses",
  "call_budgets",
  "due_shipments",
  "host_index",
  "link_index",
  "member_index",
  "slug_index",
];
const OF_NOBODY = ["server_keys", "worker_heartbeats", "throttles"];
const APPEND_ONLY = ["audit", "consents", "message_dials", "observations", "promises"];

const mine = newId();
const theirs = newId();
let database: TestDatabase;
let tables: readonly Table[];

type Protected = { readonly name: string; readonly table: SQL; readonly tenant: SQL };
let guarded: readonly Protected[];

beforeAll(async () => {
  database = await createTestDatabase();
  for (const merchantId of [mine, theirs]) await fillEveryTable(database.ownerDb, merchantId);
  tables = await readCatalogue(database.ownerDb);
  guarded = tables.flatMap(({ name, tenantColumn }) =>
    tenantColumn === null || DOORS.includes(name)
      ? []
      : [{ name, table: sql`${sql.identifier(name)}`, tenant: sql`${sql.identifier(tenantColumn)}` }],
  );
});
afterAll(() => database?.drop());

/** The tables for which `check` does not give `expected`. */
async function offenders<T>(expected: T, check: (table: Protected) => Promise<T>): Promise<string[]> {
  const wrong: string[] = [];
  for (const table of guarded) {
    const seen = await check(table);
    if (seen !== expected) wrong.push(`${table.name}: ${seen}`);
  }
  return wrong;
}

async function count(db: Pick<Tx, "execute">, { table }: Protected): Promise<number> {
  const [row] = await db.execute(sql`select count(*)::int as n from ${table}`);
  return Number(row?.n);
}

/** How a statement of tenant `mine` ends: the rows it touched, or PostgreSQL's refusal. */
function tried(statement: SQL): Promise<string> {
  return withTenant(database.db, mine, (tx) => tx.execute(statement)).then(
    (result) => `${result.count} rows`,
    (error: Error) => {
      const { code } = error.cause as { code?: string };
      return code === "42501" ? "refused" : `error ${code}: ${error.message}`;
    },
  );
}

describe("row-level security on every table that holds merchants' data", () => {
  test("every table is protected, a known door, or belongs to nobody", () => {
    const open = tables.filter(({ rowSecurity, forced }) => !(rowSecurity && forced)).map(({ name }) => name);
    expect(open).toEqual([...DOORS, ...OF_NOBODY].sort());
    expect(guarded.length).toBeGreaterThan(20);
  });

  test("every table holds a row of each merchant, so that the proofs below prove something", async () => {
    expect(await offenders(2, (table) => count(database.ownerDb, table))).toEqual([]);
  });

  test("no tenant sees nothing", async () => {
    expect(await offenders(0, (table) => count(database.db, table))).toEqual([]);
  });

  test("an unknown tenant sees nothing", async () => {
    expect(await offenders(0, (table) => withTenant(database.db, newId(), (tx) => count(tx, table)))).toEqual([]);
  });

  test("a tenant sees its own row and no other", async () => {
    const own = (t: Protected) =>
      sql`select count(*) filter (where ${t.tenant} = ${mine}) || '/' || count(*) as n from ${t.table}`;
    const seen = (t: Protected) =>
      withTenant(database.db, mine, async (tx) => String((await tx.execute(own(t)))[0]?.n));
    expect(await offenders("1/1", seen)).toEqual([]);
  });

  test("a tenant cannot insert a row for another", async () => {
    const insert = async ({ table, tenant }: Protected) => {
      // What PostgreSQL reckons itself cannot be given.
      const [row] = await database.ownerDb.execute<{ row: unknown; columns: string }>(sql`
        select to_jsonb(t) as row, (select string_agg(quote_ident(attname), ', ') from pg_attribute
          where attrelid = t.tableoid and attnum > 0 and not attisdropped and attgenerated = '') as columns
        from ${table} t where ${tenant} = ${theirs}`);
      const columns = sql.raw(row?.columns ?? "");
      return tried(sql`insert into ${table} (${columns}) select ${columns}
        from jsonb_populate_record(null::${table}, ${JSON.stringify(row?.row)}::text::jsonb)`);
    };
    expect(await offenders("refused", insert)).toEqual([]);
  });

  test("a tenant cannot hand its row to another", async () => {
    const give = ({ table, tenant }: Protected) => tried(sql`update ${table} set ${tenant} = ${theirs}`);
    expect(await offenders("refused", give)).toEqual([]);
  });

  test("a tenant can neither change nor delete another's row", async () => {
    const untouched = (outcome: string) => (outcome === "refused" || outcome === "0 rows" ? "untouched" : outcome);
    const change = async ({ table, tenant }: Protected) =>
      untouched(await tried(sql`update ${table} set ${tenant} = ${tenant} where ${tenant} = ${theirs}`));
    const remove = async ({ table, tenant }: Protected) =>
      untouched(await tried(sql`delete from ${table} where ${tenant} = ${theirs}`));
    expect(await offenders("untouched", change)).toEqual([]);
    expect(await offenders("untouched", remove)).toEqual([]);
    expect(await offenders(2, (table) => count(database.ownerDb, table))).toEqual([]);
  });

  test("the setting ends with the transaction", async () => {
    await withTenant(database.db, mine, (tx) => tx.execute(sql`select 1`));
    expect(await offenders(0, (table) => count(database.db, table))).toEqual([]);
  });
});

describe("the application's role", () => {
  test("owns nothing, is no superuser and does not bypass row-level security", async () => {
    const [role] = await database.ownerDb.execute(sql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned
      from pg_roles r where rolname = ${APP_ROLE}`);
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 });
    const [session] = await database.db.execute(sql`select current_user as name`);
    expect(session).toEqual({ name: APP_ROLE });
  });

  test("cannot create tables", async () => {
    await expect(database.db.execute(sql`create table public.mine (id int)`)).rejects.toMatchObject({
      cause: { code: "42501" },
    });
  });

  test.each(APPEND_ONLY)("may add to %s but not change or delete", async (name) => {
    const table = sql.identifier(name);
    expect(await tried(sql`update ${table} set merchant_id = merchant_id`)).toBe("refused");
    expect(await tried(sql`delete from ${table}`)).toBe("refused");
    const [may] = await database.db.execute(sql`select has_table_privilege(${name}, 'insert') as insert`);
    expect(may).toEqual({ insert: true });
  });
});
