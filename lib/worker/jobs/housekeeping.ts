import { deleteOldBeats } from "#db/queries/worker-heartbeats.ts";
import type { Job } from "./job.ts";

/** Once an hour: forgets workers that are long gone. */
export const housekeeping: Job = {
  queue: "housekeeping",
  when: { cron: "17 * * * *" },
  run: async ({ db, log }) => {
    const forgotten = await deleteOldBeats(db);
    if (forgotten > 0) log.info({ forgotten }, "forgot workers that are gone");
  },
};
