import type { MerchantId } from "#lib/kernel/ids.ts";
import { reconcileDesk } from "#lib/use-cases/desk/reconcile-desk.ts";
import { allMerchants } from "#lib/use-cases/merchants/all-merchants.ts";
import { judgeOpen } from "#lib/use-cases/promises/judge-open.ts";
import { judgeUnsent } from "#lib/use-cases/promises/judge-unsent.ts";
import { unreadableRules } from "#lib/use-cases/rules/unreadable-rules.ts";
import type { Job, JobContext } from "./job.ts";

/** Every hour, a little after the day began anywhere: what was promised for a day that is over is told before it is seen. */
export const judgeOpenJob: Job = {
  queue: "judge-open",
  when: { cron: "3 * * * *" },
  run: async ({ db, log, stopping }) => {
    const beganMs = performance.now();
    let parcels = 0;
    let orders = 0;
    let changed = 0;
    let failed: unknown = null;
    for await (const merchantId of allMerchants(db, stopping)) {
      try {
        await warnOfRules({ db, log }, merchantId);
        const judged = await judgeOpen({ db, stopping }, { merchantId });
        const unsent = await judgeUnsent({ db, stopping }, { merchantId });
        await reconcileDesk({ db, stopping }, { merchantId });
        parcels += judged.parcels;
        orders += unsent.orders;
        changed += judged.changed + unsent.changed;
      } catch (error) {
        // One shop's trouble is no reason to leave out the others.
        log.error({ err: error, merchantId }, "a shop's open parcels could not be judged");
        failed = error;
      }
    }
    const ms = Math.round(performance.now() - beganMs);
    if (parcels + orders > 0) log.info({ parcels, orders, changed, ms }, "judged open parcels and unsent orders");
    if (failed !== null) throw failed;
  },
};

/** What this process has warned of: a version of a shop's rules once, not every hour. */
const warned = new Set<string>();

async function warnOfRules({ db, log }: Pick<JobContext, "db" | "log">, merchantId: MerchantId): Promise<void> {
  for (const { kind, version, problems } of await unreadableRules({ db }, { merchantId })) {
    const key = `${merchantId} ${kind} ${version}`;
    if (!warned.has(key))
      log.warn({ merchantId, kind, version, problems }, "a shop's rules cannot be read: defaults hold");
    warned.add(key);
  }
}
