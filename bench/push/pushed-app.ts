import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Db } from "#db/client.ts";
import { createTestDatabase, startTestCluster, type TestDatabase } from "#db/testing.ts";
import { startNextServer } from "#e2e/next-server.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { type KeyRing, keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import type { CleanUp } from "#lib/runtime/on-shutdown.ts";
import { issueLinks } from "#lib/use-cases/links/issue-links.ts";
import { openPushedShop, SECRET } from "#lib/use-cases/pushes/pushed-shop-testing.ts";
import { PUSHING, type Pushing } from "#lib/use-cases/pushes/pushes-testing.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const PARCELS_EACH = 360;

export type BenchParcel = {
  readonly account: Pushing;
  readonly number: string;
  readonly token: string;
  readonly webhookKey: string;
  readonly secret: string;
};

export type PushedApp = { readonly baseUrl: string; readonly parcels: readonly BenchParcel[]; readonly ownerDb: Db };

/** The production server and one worker, on a throw-away database with a shop for each carrier that pushes. */
export async function startPushedApp(cleanUp: CleanUp): Promise<PushedApp> {
  const cluster = await startTestCluster();
  cleanUp.push(cluster.stop);
  const database = await createTestDatabase(cluster.ownerUrl);
  cleanUp.push(database.drop);
  const keysText = newKeyRingText("bench");
  const parcels = await Promise.all(PUSHING.map((account) => fill(database, account, keyRingFrom(keysText))));
  const env = { DATABASE_APP_URL: database.appUrl, PORCHLIGHT_KEYS: keysText, LOG_LEVEL: "warn" };
  const server = await startNextServer({
    folder: root,
    healthPath: "/api/health",
    // Each page comes from a neighbourhood of its own, as the proxy in front says.
    env: (baseUrl) => ({ ...env, PUBLIC_URL: baseUrl, TRUSTED_PROXIES: "1" }),
  });
  cleanUp.push(server.stop);
  cleanUp.push(startWorker(env));
  // Carriers take turns, so that no two pushes of a parcel follow each other closely.
  const mixed = parcels[0]?.flatMap((_, at) => parcels.flatMap((ofOne) => ofOne[at] ?? [])) ?? [];
  return { baseUrl: server.baseUrl, parcels: mixed, ownerDb: database.ownerDb };
}

async function fill(database: TestDatabase, account: Pushing, keys: KeyRing): Promise<readonly BenchParcel[]> {
  const numbers = Array.from(
    { length: PARCELS_EACH },
    (_, at) => `${account.slice(0, 2).toUpperCase()}${1_000_000 + at}`,
  );
  const shop = { slug: `bench-${account}`, account, carrier: "ontrac", numbers };
  const { merchantId, webhookKey } = await openPushedShop(database, shop, CARRIERS, keys);
  const parcels: BenchParcel[] = [];
  for await (const { orderNumber, token } of issueLinks({ db: database.db, keys }, { merchantId })) {
    const number = numbers[Number(orderNumber.slice(1)) - 1] ?? "";
    parcels.push({ account, number, token, webhookKey, secret: SECRET });
  }
  return parcels;
}

/** `npm run worker`. Returns how to stop it. */
function startWorker(env: Readonly<Record<string, string>>): () => Promise<void> {
  const child = spawn(process.execPath, ["lib/worker/main.ts"], {
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: "production" },
    stdio: ["ignore", 2, 2],
  });
  const killOnExit = () => child.kill("SIGKILL");
  process.once("exit", killOnExit);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return async () => {
    child.kill("SIGTERM");
    await ended;
    process.off("exit", killOnExit);
  };
}
