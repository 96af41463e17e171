import { type SQL, sql } from "drizzle-orm";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type Db, inLane, type Tx } from "./client.ts";
import { ask, type Statement, statement } from "./statement.ts";

/**
 * Runs `work` in one transaction that sees this merchant's rows and no others; row-level security does the rest.
 * The setting ends with the transaction, so a pooled connection never carries a tenant on.
 */
export function withTenant<T>(db: Db, merchantId: MerchantId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('porchlight.merchant_id', ${merchantId}, true)`);
    return work(tx);
  });
}

const setTenant = statement(sql`select set_config('porchlight.merchant_id', ${sql.placeholder("merchantId")}, true)`);

type Proved<Row> = Row & { readonly isFound: true | null; readonly provedTenant: string | null };

/** A read for `readTenant`. It also says for whom it read: a connection may be lost between the tenant and the read. */
export function tenantStatement<Row>(query: SQL): Statement<Proved<Row>> {
  return statement(sql`
    select r.*, current_setting('porchlight.merchant_id', true) as "provedTenant"
    from (select) one left join lateral (select q.*, true as "isFound" from (${query}) q) r on true`);
}

type TenantValues = { readonly merchantId: MerchantId } & Readonly<Record<string, string | number>>;

/**
 * One read of one merchant in a transaction of its own: what `withTenant` does, in a single round trip. Nothing can be
 * written, so what was lost with its connection is asked once more. Throws when any part of it fails.
 */
export async function readTenant<Row>(
  db: Db,
  read: Statement<Proved<Row>>,
  values: TenantValues,
): Promise<readonly Row[]> {
  try {
    return await readOnce(db, read, values);
  } catch (error) {
    if (!isLost(error)) throw error;
    return readOnce(db, read, values);
  }
}

/** The driver's words for a connection that is gone, and PostgreSQL's for one that it ends. */
const LOST: ReadonlySet<unknown> = new Set(["CONNECTION_CLOSED", "ECONNRESET", "EPIPE", "57P01"]);

function isLost(error: unknown): boolean {
  return error instanceof Error && "code" in error && LOST.has(error.code);
}

async function readOnce<Row>(db: Db, read: Statement<Proved<Row>>, values: TenantValues): Promise<readonly Row[]> {
  const [, , rows] = await inLane(db, (lane) =>
    allEnded([
      lane.unsafe("begin read only"),
      ask(lane, setTenant, values),
      ask(lane, read, values),
      lane.unsafe("commit"),
    ]),
  );
  if (rows[0]?.provedTenant !== values.merchantId) throw new Error("The connection was lost before the read");
  return rows.filter(({ isFound }) => isFound);
}

/** Waits for all even where one fails, so that nothing is under way any more; then throws as the first. */
async function allEnded<const T extends readonly Promise<unknown>[]>(asked: T) {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}
