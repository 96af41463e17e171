import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";

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
  const client = postgres(options.url, {
    max: options.maxConnections ?? 10,
    connect_timeout: 10,
    idle_timeout: 60,
    ...(options.maxLifetimeS === undefined ? {} : { max_lifetime: options.maxLifetimeS }),
    onnotice: () => {},
    connection: {
      application_name: options.name ?? "porchlight",
      statement_timeout: options.statementTimeoutMs ?? 30_000,
      ...(options.asAppRole === true ? { role: APP_ROLE } : {}),
    },
  });
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) };
}

/** The driver of a pool. Throws for a `db` that `connect` did not open. */
export function driverOf(db: Db): Sql {
  const { $client } = db as Db & { readonly $client?: Sql };
  if ($client === undefined) throw new Error("A transaction has no driver of its own");
  return $client;
}
