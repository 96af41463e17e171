import "server-only";
import { connect, type Db } from "#db/client.ts";
import { appUrlOf, readEnv } from "#lib/runtime/env.ts";
import { type KeyRing, keyRingFrom } from "#lib/runtime/key-ring.ts";

export type Context = { readonly db: Db; readonly keys: KeyRing };

/** Kept on the process, so that a reload in development does not open one pool after another. */
const global = globalThis as typeof globalThis & { porchlightContext?: Context };

/**
 * What the web process works with, opened at the first call. Throws a sentence that names what the environment lacks;
 * nothing is contacted before the first query.
 */
export function context(): Context {
  global.porchlightContext ??= openContext();
  return global.porchlightContext;
}

function openContext(): Context {
  const env = readEnv(process.env);
  const url = appUrlOf(env);
  if (url === null) throw new Error("Neither DATABASE_APP_URL nor DATABASE_URL is set.");
  if (env.keys === null) throw new Error("PORCHLIGHT_KEYS is not set.");
  return { db: connect({ url, name: "porchlight web", statementTimeoutMs: 10_000 }).db, keys: keyRingFrom(env.keys) };
}
