import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { PgBoss, type Queue } from "pg-boss";
import { APP_ROLE, connect, type Db } from "./client.ts";
import { explainRights, OWNER_HELP, ROLE_HELP } from "./explain-rights.ts";
import { QUEUE_SCHEMA, QUEUES } from "./queues.ts";

/** What the application may add to but never change: the ledgers. */
const APPEND_ONLY = ["observations", "promises", "consents", "message_dials", "audit", "server_keys"];
const LOCK = 7_401_226;

/**
 * Brings a database to this version: the restricted role, the tables, pg-boss's own schema, and the role's rights.
 * Safe to run at every start and by several processes at once (an advisory lock lets one work while the rest wait).
 * `appPassword` makes the role a login of its own; without it the owner steps down to it (`connect`, `asAppRole`).
 */
export async function migrate(input: { readonly ownerUrl: string; readonly appPassword?: string }): Promise<void> {
  const owner = connect({ url: input.ownerUrl, maxConnections: 1, statementTimeoutMs: 0, name: "porchlight migrate" });
  try {
    await owner.db.execute(sql`select pg_advisory_lock(${LOCK})`);
    await ensureAppRole(owner.db, input.appPassword).catch(explainRights(ROLE_HELP));
    await createTables(owner.db, input.ownerUrl).catch(explainRights(OWNER_HELP));
    await owner.db.execute(sql`select pg_advisory_unlock(${LOCK})`);
  } finally {
    await owner.close();
  }
}

async function createTables(db: Db, ownerUrl: string): Promise<void> {
  await runMigrations(db, { migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)) });
  await installQueue(ownerUrl);
  await grantToApp(db);
}

async function ensureAppRole(db: Db, password: string | undefined): Promise<void> {
  const role = sql.raw(APP_ROLE);
  const [found] = await db.execute(sql`select 1 from pg_roles where rolname = ${APP_ROLE}`);
  if (found === undefined) await db.execute(sql`create role ${role} nologin nosuperuser nobypassrls`);
  if (password !== undefined) await db.execute(sql`alter role ${role} login password ${sql.raw(`'${password}'`)}`);
  if (!(await maySetRole(db))) await db.execute(sql`grant ${role} to current_user`);
}

/** Tried rather than asked: `pg_has_role(..., 'set')` exists only since PostgreSQL 16. */
function maySetRole(db: Db): Promise<boolean> {
  return db
    .transaction((tx) => tx.execute(sql`set local role ${sql.raw(APP_ROLE)}`))
    .then(
      () => true,
      () => false,
    );
}

/** pg-boss's tables and queues belong to the migrating owner; at run time they are neither created nor migrated. */
async function installQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: QUEUE_SCHEMA, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  try {
    const queues: readonly Queue[] = QUEUES;
    for (const { name, policy, ...options } of queues) {
      // A queue keeps the policy that it was made with.
      if ((await boss.getQueue(name)) !== null) await boss.updateQueue(name, options);
      else await boss.createQueue(name, { ...options, ...(policy === undefined ? {} : { policy }) });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** FORCE on every protected table, data rights and no more. Run after every migration, so a new table cannot be forgotten. */
async function grantToApp(db: Db): Promise<void> {
  const role = sql.raw(APP_ROLE);
  await db.execute(sql`
    do $$ declare t regclass; begin
      for t in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relrowsecurity and not c.relforcerowsecurity
      loop execute format('alter table %s force row level security', t); end loop;
    end $$`);
  await db.execute(sql`grant usage on schema public, auth, pgboss, drizzle to ${role}`);
  await db.execute(sql`grant select on all tables in schema drizzle to ${role}`);
  await db.execute(sql`grant select, insert, update, delete on all tables in schema public, auth, pgboss to ${role}`);
  await db.execute(sql`grant execute on all functions in schema pgboss to ${role}`);
  for (const table of APPEND_ONLY) {
    await db.execute(sql`revoke update, delete on ${sql.raw(table)} from ${role}`);
  }
}
