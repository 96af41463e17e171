import "server-only";
import { connect, type Db } from "#db/client.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { appUrlOf, checkFloorMsOf, sandboxOf } from "#lib/runtime/env.ts";
import { type KeyRing, keyRingFrom } from "#lib/runtime/key-ring.ts";
import { createLogger } from "#lib/runtime/logger.ts";
import type { RefreshDeps } from "#lib/use-cases/tracking/ask-about-order.ts";
import { webEnv } from "./web-env.ts";

export type Context = {
  readonly db: Db;
  readonly keys: KeyRing;
  /** Where sandbox parcels are asked about, and their pace. */
  readonly sandbox: RefreshDeps["sandbox"];
  readonly floorMs: number;
};

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

/** What a shopper's look at a parcel works with. */
export function trackingDeps(): RefreshDeps {
  return {
    ...context(),
    carriers: CARRIERS,
    send: sendHttp,
    onError: (error) => log.error({ err: error }, "a look at a parcel failed"),
  };
}

const log = createLogger("web");

function openContext(): Context {
  const env = webEnv();
  const url = appUrlOf(env);
  if (url === null) throw new Error("Neither DATABASE_APP_URL nor DATABASE_URL is set.");
  if (env.keys === null) throw new Error("PORCHLIGHT_KEYS is not set.");
  return {
    db: connect({ url, name: "porchlight web", statementTimeoutMs: 10_000 }).db,
    keys: keyRingFrom(env.keys),
    sandbox: sandboxOf(env),
    floorMs: checkFloorMsOf(env),
  };
}
