import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, startTestCluster } from "#db/testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { secondsToSync } from "./sync/measured-sync.ts";
import { plainSqlRate } from "./sync/plain-sql.ts";
import { quotaRun } from "./sync/quotas.ts";
import { seedHistory, seedParcels, seedShop } from "./sync/seed.ts";
import { startProcess } from "./sync/start-process.ts";
import { templateReplies } from "./sync/template-replies.ts";

export const about =
  "parcels checked a second, at 10 k, 100 k and 1 M open parcels; quotas with workers that are killed";

/** So many open parcels, and of them so many are checked. */
const SIZES = [
  { open: 10_000, checked: 10_000 },
  { open: 100_000, checked: 12_000 },
  { open: 1_000_000, checked: 12_000 },
] as const;

/** Checks the same mix of parcels among ever more. */
export async function bench(): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), "porchlight-bench-"));
  const cluster = await startTestCluster();
  const database = await createTestDatabase(cluster.ownerUrl);
  const keysText = newKeyRingText("bench");
  const stops: (() => Promise<void>)[] = [];
  try {
    const templates = await templateReplies(Date.now());
    writeFileSync(join(folder, "templates.json"), JSON.stringify(templates));
    const carriers = await startProcess(
      ["bench/sync/zero-latency-carriers.ts", join(folder, "templates.json")],
      {},
      /http:\S+/,
    );
    stops.push(carriers.stop);
    const shop = await seedShop({ db: database.db, keys: keyRingFrom(keysText) });
    const env = { DATABASE_APP_URL: database.appUrl, PORCHLIGHT_KEYS: keysText, PORCHLIGHT_SANDBOX_URL: carriers.said };
    const costs: number[] = [];
    let ratioToSql = 0;
    let from = 1;
    for (const { open, checked } of SIZES) {
      await seedParcels(database.ownerUrl, shop, { from, to: open, templates });
      const range = { from: open - checked + 1, to: open };
      await seedHistory({ db: database.db, ownerUrl: database.ownerUrl }, shop, { ...range, templates });
      console.error(`${open} open parcels are there`);
      const worker = await startProcess(["lib/worker/main.ts"], env, /"msg":"working"/);
      stops.push(worker.stop);
      const { seconds, parcels, since } = await secondsToSync(database.ownerDb, range);
      await worker.stop();
      const sqlRate = await plainSqlRate(database.ownerDb, since);
      costs.push(seconds / parcels);
      ratioToSql = parcels / seconds / sqlRate;
      console.error(`${open} open: ${Math.round(parcels / seconds)} parcels/s; plain SQL ${Math.round(sqlRate)}/s`);
      from = open + 1;
    }
    const [least = 1] = costs;
    const most = costs.at(-1) ?? least;
    const quotas = await quotaRun(cluster.ownerUrl);
    return { parcelsPerSecond: Math.round(1 / Math.max(...costs)), ratioToSql, costRatio1M: most / least, ...quotas };
  } finally {
    for (const stop of stops) await stop();
    await database.drop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
