import type { Db } from "#db/client.ts";
import { deleteExpiredSignIns } from "#db/queries/people.ts";
import { deleteWholeThrottles } from "#db/queries/throttles.ts";
import { deleteOldBeats } from "#db/queries/worker-heartbeats.ts";
import { forgetDisconnected } from "#lib/use-cases/carriers/disconnect-carrier.ts";
import { giveUpStale } from "#lib/use-cases/messages/give-up-stale.ts";
import { forgetPushes } from "#lib/use-cases/pushes/forget-pushes.ts";
import { takeUpPushes } from "#lib/use-cases/pushes/take-up-pushes.ts";
import { forgetUploads } from "#lib/use-cases/uploads/forget-uploads.ts";
import type { Job } from "./job.ts";

/**
 * Once an hour: forgets workers that are long gone, limits that are whole, sign-ins that have expired, old pushes, files and disconnected accounts, gives up mails that nobody sent, and
 * takes up pushes that nobody could work in.
 */
export const housekeeping: Job = {
  queue: "housekeeping",
  when: { cron: "17 * * * *" },
  run: async (context) => {
    const { db, log, stopping } = context;
    const workers = await deleteOldBeats(db);
    const limits = await forgetLimits(db, stopping);
    const signIns = await deleteExpiredSignIns(db);
    const mails = await giveUpStale({ db }, stopping);
    const pushes = await forgetPushes({ db }, stopping);
    const files = await forgetUploads({ db }, stopping);
    const accounts = await forgetDisconnected({ db }, stopping);
    if (workers + limits + signIns + mails + pushes + files + accounts > 0)
      log.info({ workers, limits, signIns, mails, pushes, files, accounts }, "forgot what is over");
    const { again, givenUp, error } = await takeUpPushes(context, stopping);
    if (again > 0) log.warn({ pushes: again }, "took up pushes that could not be worked in");
    if (givenUp > 0) log.error({ pushes: givenUp, err: error }, "gave up pushes that could not be worked in for a day");
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
