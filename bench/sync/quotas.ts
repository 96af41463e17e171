import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { connect, type Db } from "#db/client.ts";
import { saveLimits } from "#db/queries/call-budgets.ts";
import { createTestDatabase } from "#db/testing.ts";
import { validNumber } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { SANDBOX_CARRIERS, type SandboxCarrier } from "#lib/carriers/sandbox/script.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { seedNumbers, seedShop } from "./seed.ts";
import { startProcess } from "./start-process.ts";
import { steppedClock } from "./stepped-clock.ts";

/** Enough that there is always more to ask than calls to ask with. */
const PARCELS = 400;
const WORKERS = 4;
const BEGIN = Temporal.Instant.from("2026-11-23T00:00:00Z");
/** A day and the first half hour of the next, a minute a step. */
const DAY_STEPS = 24 * 60 - 1;
const STEPS = DAY_STEPS + 31;
/** Which workers are killed, and started again, at which step. */
const KILLS: ReadonlyMap<number, number> = new Map([
  [410, 0],
  [890, 1],
]);
const LIMITS: Readonly<Record<SandboxCarrier, { readonly perHour: number | null; readonly perDay: number | null }>> = {
  ups: { perHour: 120, perDay: null },
  fedex: { perHour: null, perDay: 1_000 },
  usps: { perHour: 60, perDay: null },
  dhl: { perHour: null, perDay: 250 },
};

const calls = z.object({
  quotas: z.array(
    z.object({
      carrier: z.string(),
      windows: z.record(z.string(), z.unknown()).optional(),
      exceeded: z.number(),
      used: z.number(),
      allowed: z.number(),
    }),
  ),
});

/**
 * Four workers, two of which are killed, ask the sandbox for a day that passes in a minute or two; the sandbox counts. Returns the
 * least share of a quota that was used, and how many calls came beyond one.
 */
export async function quotaRun(
  clusterUrl: string,
): Promise<{ readonly quotaUsed: number; readonly quotaExceeded: number }> {
  const database = await createTestDatabase(clusterUrl);
  const keysText = newKeyRingText("bench");
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const sandboxEnv = { PORCHLIGHT_SANDBOX_PORT: String(port), PORCHLIGHT_SANDBOX_FILE: "/dev/null" };
  const sandbox = await startProcess(["lib/cli/sandbox.ts"], sandboxEnv, /http:\S+/);
  const control = (method: string, path: string, body: unknown) => askSandbox(sandbox.said, { method, path, body });
  const shop = await seedShop({ db: database.db, keys: keyRingFrom(keysText) });
  for (const carrier of SANDBOX_CARRIERS) {
    const numbers = Array.from({ length: PARCELS }, (_, nth) => validNumber(carrier, `quota ${nth}`));
    await seedNumbers(database.ownerUrl, shop, { carrier, numbers });
    const limits = { perSecond: null, ...LIMITS[carrier] };
    await saveLimits(database.db, { merchantId: shop.merchantId, accountId: shop.accounts.get(carrier) ?? "", limits });
    const { perHour, perDay } = limits;
    await control("PUT", "/quotas", {
      carrier,
      ...(perHour === null ? {} : { perHour }),
      ...(perDay === null ? {} : { perDay }),
    });
  }
  await control("POST", "/clock", { set: BEGIN.toString(), stopped: true });
  const clock = await steppedClock(database.ownerUrl, BEGIN.toString());
  const watcher = connect({ url: database.ownerUrl, maxConnections: 1, name: "bench watcher" });
  const env = { DATABASE_APP_URL: database.appUrl, PORCHLIGHT_KEYS: keysText, PORCHLIGHT_SANDBOX_URL: sandbox.said };
  const startWorker = () => startProcess(["bench/sync/quota-worker.ts"], env, /working/);
  const workers = await Promise.all(Array.from({ length: WORKERS }, startWorker));
  let quotaUsed = 1;
  let quotaExceeded = 0;
  try {
    for (let step = 1; step <= STEPS; step += 1) {
      const at = BEGIN.add({ minutes: step }).toString();
      await control("POST", "/clock", { set: at, stopped: true });
      await clock.set(at);
      const victim = KILLS.get(step);
      // In the middle of its calls.
      if (victim !== undefined) setTimeout(() => workers[victim]?.kill(), 15);
      await allAsked(watcher.db, victim === undefined);
      if (step % 360 === 0) console.error(`${step / 60} hours of a day have passed`);
      if (victim !== undefined) workers[victim] = await startWorker();
      if (step === DAY_STEPS || step === STEPS) {
        const { quotas } = calls.parse(await control("GET", "/calls", undefined));
        quotaExceeded = quotas.reduce((sum, { exceeded }) => sum + exceeded, 0);
        if (step === DAY_STEPS) {
          quotaUsed = Math.min(...quotas.map(({ used, allowed }) => used / allowed));
          for (const quota of quotas)
            console.error(`${quota.carrier}: ${quota.used} of ${quota.allowed} calls, ${quota.exceeded} too many`);
        }
      }
    }
    return { quotaUsed, quotaExceeded };
  } finally {
    for (const worker of workers) worker.kill();
    await sandbox.stop();
    await watcher.close();
    await clock.close();
    await database.drop();
  }
}

/**
 * Makes every parcel due that nobody asks about, and waits until no account has a call left for this minute. Where a worker was
 * just killed, its parcels are in nobody's hands until the next minute.
 */
async function allAsked(owner: Db, isWhole: boolean): Promise<void> {
  await owner.execute(sql`update due_shipments set next_check_at = '2026-01-01' where lease_until is null`);
  for (;;) {
    const [row] = await owner.execute<{ busy: boolean }>(sql`
      select ${isWhole} and exists (select 1 from due_shipments where lease_id is not null and lease_until > now() + interval '30 s')
        or exists (select 1 from call_budgets b where b.free_at <= now()
          and exists (select 1 from due_shipments d where d.account_id = b.account_id and d.next_check_at <= now())) as busy`);
    if (row?.busy !== true) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function askSandbox(
  url: string,
  asked: { readonly method: string; readonly path: string; readonly body: unknown },
): Promise<unknown> {
  const init = asked.body === undefined ? {} : { body: JSON.stringify(asked.body) };
  const response = await fetch(`${url}/sandbox${asked.path}`, { method: asked.method, ...init });
  const text = await response.text();
  if (!response.ok) throw new Error(`The sandbox declined ${asked.method} ${asked.path}: ${text}`);
  return JSON.parse(text);
}
