import { join } from "node:path";
import { awaitDatabase } from "#db/await-database.ts";
import { connect } from "#db/client.ts";
import { hasEmbedded, openEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { appUrlOf, type Env } from "#lib/runtime/env.ts";
import { keyRingFrom } from "#lib/runtime/key-ring.ts";
import { localKeys } from "#lib/runtime/local-keys.ts";
import { checkServerKeys } from "#lib/use-cases/keys/check-server-keys.ts";

export type ProcessDatabase = {
  /** The restricted role's. */
  readonly appUrl: string;
  readonly isEmbedded: boolean;
  /** The text of PORCHLIGHT_KEYS, or of the keys beside the embedded database. */
  readonly keys: string;
  /** Brings the database to this version, where the owner is known, and makes sure that our keys are the database's. */
  readonly migrate: () => Promise<void>;
  /** Starts an embedded server again when it was killed; says whether that was needed. */
  readonly heal: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/**
 * Finds or starts the database: the one of DATABASE_URL or DATABASE_APP_URL, else the embedded one in `dataFolder`.
 * Throws what a person can act on when it cannot be reached. The caller migrates (`openDatabase` does).
 */
export async function findDatabase(env: Env, dataFolder: string): Promise<ProcessDatabase> {
  const keys = env.keys ?? localKeys(join(dataFolder, "keys"));
  const appUrl = appUrlOf(env);
  if (appUrl === null) return findEmbedded(dataFolder, keys);
  const ownerUrl = env.databaseUrl;
  await awaitDatabase(ownerUrl ?? appUrl);
  return {
    appUrl,
    isEmbedded: false,
    keys,
    migrate: async () => {
      if (ownerUrl !== null) await migrate({ ownerUrl });
      await awaitDatabase(appUrl);
      await checkKeys(appUrl, keys);
    },
    heal: async () => false,
    close: async () => {},
  };
}

async function checkKeys(appUrl: string, keys: string): Promise<void> {
  const connection = connect({ url: appUrl, name: "porchlight start", maxConnections: 1 });
  try {
    await checkServerKeys({ db: connection.db, keys: keyRingFrom(keys) });
  } finally {
    await connection.close();
  }
}

/** `findDatabase`, migrated. */
export async function openDatabase(env: Env, dataFolder: string): Promise<ProcessDatabase> {
  const database = await findDatabase(env, dataFolder);
  try {
    await database.migrate();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Throws, naming each missing variable and how to make it, unless the embedded database is in use here. */
export function requireProductionEnv(env: Env, dataFolder: string): void {
  const isSet = env.databaseUrl !== null || env.databaseAppUrl !== null;
  if (!isSet && hasEmbedded(dataFolder)) return;
  const missing = [
    isSet
      ? null
      : "DATABASE_URL is not set: the address of a PostgreSQL 15 or later, such as postgres://user:password@host:5432/porchlight",
    env.keys !== null
      ? null
      : 'PORCHLIGHT_KEYS is not set: make it once with  echo "k1:$(openssl rand -base64 32)"  and keep it safe; links and secrets depend on it',
  ].filter((line) => line !== null);
  if (missing.length === 0) return;
  throw new Error(`${missing.join("\n")}\nPut them into the environment or into .env (see .env.example).`);
}

async function findEmbedded(dataFolder: string, keys: string): Promise<ProcessDatabase> {
  const embedded = await openEmbedded(dataFolder);
  const { appUrl, ownerUrl, appPassword, heal, close } = embedded;
  return {
    appUrl,
    isEmbedded: true,
    keys,
    migrate: async () => {
      await awaitDatabase(ownerUrl);
      await migrate({ ownerUrl, appPassword });
      await checkKeys(appUrl, keys);
    },
    heal,
    close,
  };
}
