import { allMerchants } from "#lib/use-cases/merchants/all-merchants.ts";
import { isLearningWorthIt } from "#lib/use-cases/recommend/learning-due.ts";
import { learnInThread } from "#lib/worker/learn-in-thread.ts";
import type { Job } from "./job.ts";

/** Once a day, shop after shop: all that its orders say, where anything came or changed. */
export const learnRecommendationsJob: Job = {
  queue: "learn-recommendations",
  when: { cron: "11 3 * * *" },
  run: async ({ db, appUrl, log, stopping }) => {
    let failed: unknown = null;
    for await (const merchantId of allMerchants(db, stopping)) {
      try {
        if (!(await isLearningWorthIt({ db }, { merchantId }))) continue;
        const orders = await learnInThread({ appUrl, merchantId, kind: "learn" }, stopping);
        log.info({ merchantId, orders }, "learned from orders");
      } catch (error) {
        log.error({ err: error, merchantId }, "a shop's orders could not be learned from");
        failed = error;
      }
    }
    if (failed !== null) throw failed;
  },
};
