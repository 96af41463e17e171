import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { type Lanes, openLanes } from "./lanes.ts";

/** The application's connection role. It owns nothing, so row-level security binds it. */
export const APP_ROLE = "porchlight_app";

export type Db = PostgresJsDatabase<Record<string, never>>;
/** Inside `withTenant`: a transaction with the tenant set. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

export type Connection = { readonly db: Db; readonly close: () => Promise<void> };

export type ConnectOptions = {
  /** Where to connect. A URL of the owner works too when `asAppRole` is set. */
  readonly url: string;
  /** Steps down to the restricted role at connection start-up, for an operator who has one URL only. */
  readonly asAppRole?: boolean;
  readonly maxConnections?: number;
  /** Every query has a deadline, in milliseconds; 0 for none (migrations only). */
  readonly statementTimeoutMs?: number;
  readonly name?: string;
  /**
   * Replaces connections between transactions, in seconds. A session keeps its plans for foreign keys: one that began on
   * empty tables scans them even when an import has filled them (measured: 120 s instead of 20 s for 100,000 lines).
   */
  readonly maxLifetimeS?: number;
};

/** Opens a pool lazily: nothing is contacted before the first query. */
export function connect(options: ConnectOptions): Connection {
  // Drizzle also tells the driver to leave times as PostgreSQL writes them.
  const open = (own: { readonly max: number; readonly fetch_types?: boolean }) =>
    drizzle(postgres(options.url, { ...driverOptions(options), ...own }));
  const db = open({ max: options.maxConnections ?? 10 });
  // What is read in lanes holds no arrays, so the driver need not ask what kinds of them there are.
  const lanes = openLanes(() => open({ max: 1, fetch_types: false }).$client);
  return {
    db: Object.assign(db, { [LANES]: lanes }),
    close: async () => void (await Promise.all([db.$client.end(GRACE), lanes.close()])),
  };
}

const GRACE = { timeout: 5 };

function driverOptions(options: ConnectOptions) {
  return {
    connect_timeout: 10,
    idle_timeout: 60,
    ...(options.maxLifetimeS === undefined ? {} : { max_lifetime: options.maxLifetimeS }),
    onnotice: () => {},
    connection: {
      application_name: options.name ?? "porchlight",
      statement_timeout: options.statementTimeoutMs ?? 30_000,
      ...(options.asAppRole === true ? { role: APP_ROLE } : {}),
    },
  };
}

/** On the pool itself, and known to every copy of this module: Next bundles one for each kind of entry. */
const LANES = Symbol.for("porchlight.lanes");

/** The driver of a pool. Throws for a `db` that `connect` did not open. */
export function driverOf(db: Db): Sql {
  const { $client } = db as Db & { readonly $client?: Sql };
  if ($client === undefined) throw new Error("A transaction has no driver of its own");
  return $client;
}

/**
 * Runs `work` on a connection that nobody else uses meanwhile, outside of any transaction: what is asked there without
 * waiting goes out at once and is answered in that order. Throws for a `db` that `connect` did not open.
 */
export function inLane<T>(db: Db, work: (lane: Sql) => Promise<T>): Promise<T> {
  const { [LANES]: lanes } = db as Db & { readonly [LANES]?: Lanes };
  if (lanes === undefined) throw new Error("A transaction has no lanes");
  return lanes.use(work);
}
