import { sql } from "drizzle-orm";
import { APP_ROLE, type Connection, connect, type Db } from "./client.ts";
import { migrate } from "./migrate.ts";
import { type Place, startThrowawayServer } from "./testing/throwaway-server.ts";

/** Set by the global set-up: the owner's URL of the run's cluster. */
export const CLUSTER_VARIABLE = "PORCHLIGHT_TEST_CLUSTER";

const TEMPLATE = "porchlight_template";
const APP_PASSWORD = "app";

export type TestCluster = { readonly ownerUrl: string; readonly stop: () => Promise<void> };

export type TestDatabase = {
  /** As the restricted role, as the application connects. */
  readonly db: Db;
  readonly ownerDb: Db;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly drop: () => Promise<void>;
};

/**
 * Starts a PostgreSQL of its own in a temporary folder on a free port, not durable but quick, with a migrated template.
 * It ends with `stop`, or by itself when this process dies in whatever way. What is measured is measured on a disk.
 */
export async function startTestCluster(place: Place = "disk"): Promise<TestCluster> {
  const server = await startThrowawayServer(place);
  const owner = connect({ url: server.ownerUrl, maxConnections: 1 });
  try {
    await owner.db.execute(sql`create database ${sql.raw(TEMPLATE)}`);
    await migrate({ ownerUrl: urlOf(server.ownerUrl, TEMPLATE), appPassword: APP_PASSWORD });
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await owner.close();
  }
  return server;
}

/** A migrated, empty database of its own, a copy of the run's template. One per test file. */
export async function createTestDatabase(
  clusterUrl: string | undefined = process.env[CLUSTER_VARIABLE],
): Promise<TestDatabase> {
  if (clusterUrl === undefined)
    throw new Error("No test cluster: name the file *.db.test.ts, or pass startTestCluster's ownerUrl");
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await onCluster(clusterUrl, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  const ownerUrl = urlOf(clusterUrl, name);
  const appUrl = appUrlOf(ownerUrl);
  const owner = connect({ url: ownerUrl, name: "test owner", maxConnections: 4 });
  const app = connect({ url: appUrl, name: "test", maxConnections: 4 });
  const drop = async () => {
    await Promise.all([owner.close(), app.close()]);
    await onCluster(clusterUrl, `drop database ${name} with (force)`);
  };
  return { db: app.db, ownerDb: owner.db, ownerUrl, appUrl, drop };
}

async function onCluster(url: string, statement: string): Promise<void> {
  const cluster: Connection = connect({ url, maxConnections: 1 });
  try {
    await cluster.db.execute(sql.raw(statement));
  } finally {
    await cluster.close();
  }
}

function urlOf(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.href;
}

function appUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = APP_PASSWORD;
  return url.href;
}
