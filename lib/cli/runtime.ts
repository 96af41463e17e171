import { connect, type Db } from "#db/client.ts";
import { publicUrlOf, readEnv } from "#lib/runtime/env.ts";
import { type KeyRing, keyRingFrom } from "#lib/runtime/key-ring.ts";
import { type CleanUp, closeAtEnd, onShutdown, runCleanUp } from "#lib/runtime/on-shutdown.ts";
import { dataFolder, loadDotEnv } from "#lib/runtime/project.ts";
import { demoAddress } from "./process-address.ts";
import { openDatabase } from "./process-database.ts";

/** What every command works with. */
export type Runtime = {
  /** As the restricted role. */
  readonly db: Db;
  readonly keys: KeyRing;
  /** Where links lead, without a slash at the end. */
  readonly publicUrl: string;
  /** Nobody said where shoppers reach us, so `publicUrl` is this machine's. */
  readonly isPublicUrlGuessed: boolean;
  readonly appUrl: string;
  /** Ends the connections and leaves the embedded database; the last one out stops it. */
  readonly close: () => Promise<void>;
};

export type RuntimeOptions = {
  readonly name: string;
  readonly statementTimeoutMs?: number;
  readonly maxLifetimeS?: number;
};

/**
 * Finds or starts the database, migrates it and connects as the restricted role. Also leaves when the process is told to
 * end. Throws a message for people when the environment or the database is not right.
 */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  loadDotEnv();
  const env = readEnv(process.env);
  const cleanUp: CleanUp = [];
  const forget = onShutdown(() => runCleanUp(cleanUp));
  const database = await closeAtEnd(cleanUp, openDatabase(env, dataFolder));
  const connection = connect({
    url: database.appUrl,
    name: options.name,
    ...(options.statementTimeoutMs === undefined ? {} : { statementTimeoutMs: options.statementTimeoutMs }),
    ...(options.maxLifetimeS === undefined ? {} : { maxLifetimeS: options.maxLifetimeS }),
  });
  cleanUp.push(connection.close);
  return {
    db: connection.db,
    keys: keyRingFrom(database.keys),
    publicUrl: env.publicUrl ?? demoAddress(dataFolder) ?? publicUrlOf(env),
    isPublicUrlGuessed: env.publicUrl === null && !database.isEmbedded,
    appUrl: database.appUrl,
    close: async () => {
      forget();
      await runCleanUp(cleanUp);
    },
  };
}
