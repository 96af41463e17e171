import { setTimeout as pause } from "node:timers/promises";
import { connect } from "#db/client.ts";
import { accountsDue } from "#db/queries/due-shipments.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { readEnv, sandboxOf } from "#lib/runtime/env.ts";
import { keyRingFrom } from "#lib/runtime/key-ring.ts";
import { syncDue } from "#lib/use-cases/tracking/sync-due.ts";

/*
 * What a worker does at each tick, without the ticks: where a minute passes in some milliseconds nobody can wait five seconds
 * for the next one.
 */

const env = readEnv(process.env);
const { db } = connect({ url: env.databaseAppUrl ?? "", maxConnections: 4, name: "bench worker" });
const stopping = new AbortController().signal;
const deps = {
  db,
  keys: keyRingFrom(env.keys ?? ""),
  carriers: CARRIERS,
  send: sendHttp,
  sandbox: sandboxOf(env),
  stopping,
  onError: (error: unknown) => {
    throw error;
  },
};

process.stdout.write("working\n");
for (;;) {
  const accounts = await accountsDue(db);
  await Promise.all(accounts.map((account) => syncDue(deps, account)));
  if (accounts.length === 0) await pause(10);
}
