import { accountsDue } from "#db/queries/due-shipments.ts";
import type { Job } from "./job.ts";

/** Every few seconds: one job for each account that has due parcels, and a few more where many are due. */
export const trackDue: Job = {
  queue: "track-due",
  when: { everySeconds: 5 },
  run: async ({ db, add }) => {
    const jobs = (await accountsDue(db)).flatMap(({ merchantId, accountId, calls }) =>
      Array.from({ length: calls }, (_, nth) => ({
        key: `${accountId}/${nth}`,
        data: { merchantId, accountId },
      })),
    );
    await add("track-account", jobs);
  },
};
