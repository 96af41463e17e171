import { allMerchants } from "#lib/use-cases/merchants/all-merchants.ts";
import { addOrders } from "#lib/use-cases/recommend/add-orders.ts";
import { learningDue } from "#lib/use-cases/recommend/learning-due.ts";
import { learnInThread } from "#lib/worker/learn-in-thread.ts";
import type { Job } from "./job.ts";

/** Every few minutes: new orders are added to the shops' models; a shop without one, or with many new orders, learns. */
export const addOrdersJob: Job = {
  queue: "add-orders",
  when: { everySeconds: 300 },
  run: async ({ db, appUrl, log, stopping }) => {
    for await (const merchantId of allMerchants(db, stopping)) {
      try {
        const due = await learningDue({ db }, { merchantId });
        if (due === null) continue;
        if (due === "add some") await addOrders({ db }, { merchantId });
        else await learnInThread({ appUrl, merchantId, kind: due === "learn" ? "learn" : "add" }, stopping);
        log.info({ merchantId, due }, "recommendations are up to date");
      } catch (error) {
        // The next tick tries again.
        log.error({ err: error, merchantId }, "new orders could not be added");
      }
    }
  },
};
