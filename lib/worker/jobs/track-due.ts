import { accountsDue } from "#db/queries/due-shipments.ts";
import { moveOnFromPaused } from "#lib/use-cases/tracking/move-on-from-paused.ts";
import type { Job } from "./job.ts";

/**
 * Every few seconds: one job for each account that has due parcels, and a few more where many are due. Parcels whose account is
 * left alone go to another that can answer.
 */
export const trackDue: Job = {
  queue: "track-due",
  when: { everySeconds: 5 },
  run: async ({ db, add, log }) => {
    await moveOnFromPaused(db, (err) => log.error({ err }, "parcels of an account that is left alone did not move on"));
    const jobs = (await accountsDue(db)).flatMap(({ merchantId, accountId, flights }) =>
      Array.from({ length: flights }, (_, nth) => ({
        key: `${accountId}/${nth}`,
        data: { merchantId, accountId },
      })),
    );
    await add("track-account", jobs);
  },
};
