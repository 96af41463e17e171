import type { Db } from "#db/client.ts";
import { deleteWholeThrottles } from "#db/queries/throttles.ts";
import { deleteOldBeats } from "#db/queries/worker-heartbeats.ts";
import { giveUpStale } from "#lib/use-cases/messages/give-up-stale.ts";
import { forgetPushes } from "#lib/use-cases/pushes/forget-pushes.ts";
import type { Job } from "./job.ts";

/** Once an hour: forgets workers that are long gone and limits that are whole and old pushes, and gives up mails that nobody sent. */
export const housekeeping: Job = {
  queue: "housekeeping",
  when: { cron: "17 * * * *" },
  run: async ({ db, log, stopping }) => {
    const workers = await deleteOldBeats(db);
    const limits = await forgetLimits(db, stopping);
    const mails = await giveUpStale({ db }, stopping);
    const pushes = await forgetPushes({ db }, stopping);
    if (workers + limits + mails + pushes > 0) log.info({ workers, limits, mails, pushes }, "forgot what is over");
  },
};

async function forgetLimits(db: Db, stopping: AbortSignal): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await deleteWholeThrottles(db);
    total += count;
    if (count === 0 || stopping.aborted) return total;
  }
}
