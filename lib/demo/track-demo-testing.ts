import { Temporal } from "temporal-polyfill";
import type { Db } from "#db/client.ts";
import { accountsDue } from "#db/queries/due-shipments.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { startSandbox, type TestSandbox } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { beginJourneys } from "#lib/cli/begin-journeys.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { syncDue } from "#lib/use-cases/tracking/sync-due.ts";
import { demoScripts } from "./demo-scripts.ts";

/** As in the demo: how many times more often than real carriers the sandbox is asked. */
export const DEMO_PACE = 60;

const clock = () => Temporal.Now.instant();

type Deps = { readonly db: Db; readonly keys: KeyRing };

/** A sandbox that plays the loaded demo's carriers, after each parcel was asked about once. */
export async function startTrackedDemo(deps: Deps): Promise<TestSandbox> {
  const sandbox = await startSandbox({ headStart: "hash" });
  try {
    await trackDemo(deps, sandbox.url);
    return sandbox;
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

/**
 * Tells a sandbox what the loaded demo's parcels go through, asks it once about everything that is due, and lets the faults
 * begin that begin later.
 */
export async function trackDemo(deps: Deps, sandboxUrl: string): Promise<void> {
  const scripts = () => demoScripts({ db: deps.db, clock });
  await beginJourneys(sandboxUrl, (await scripts()).all);
  await syncAll(deps, sandboxUrl);
  await beginJourneys(sandboxUrl, (await scripts()).faulty, { replace: true });
}

/** Asks the sandbox about every parcel that is due. */
export async function syncAll({ db, keys }: Deps, sandboxUrl: string): Promise<void> {
  const stopping = new AbortController();
  const asking = { db, keys, carriers: CARRIERS, send: sendHttp, sandbox: { url: sandboxUrl, pace: DEMO_PACE } };
  for (const account of await accountsDue(db)) {
    await syncDue({ ...asking, stopping: stopping.signal, onError: rethrow }, account);
  }
}

function rethrow(error: unknown): never {
  throw error;
}
