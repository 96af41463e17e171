import { accountsDue } from "#db/queries/due-shipments.ts";
import type { Job } from "./job.ts";

/** So many calls to one carrier account at once, by all workers together. */
const CALLS_AT_ONCE = 4;

/** Every few seconds: one job for each account that has due parcels, and a few more where many are due. */
export const trackDue: Job = {
  queue: "track-due",
  when: { everySeconds: 5 },
  run: async ({ db, add }) => {
    const jobs = (await accountsDue(db)).flatMap(({ merchantId, accountId, due }) =>
      Array.from({ length: Math.min(due, CALLS_AT_ONCE) }, (_, nth) => ({
        key: `${accountId}/${nth}`,
        data: { merchantId, accountId },
      })),
    );
    await add("track-account", jobs);
  },
};
