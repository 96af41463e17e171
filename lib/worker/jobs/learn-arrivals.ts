import { allMerchants } from "#lib/use-cases/merchants/all-merchants.ts";
import { learnShop } from "#lib/use-cases/promises/learn-shop.ts";
import type { Job } from "./job.ts";

/** Once a day: what each shop's parcels taught. */
export const learnArrivalsJob: Job = {
  queue: "learn-arrivals",
  when: { cron: "41 2 * * *" },
  run: async ({ db, log, stopping }) => {
    let failed: unknown = null;
    for await (const merchantId of allMerchants(db, stopping)) {
      try {
        const learned = await learnShop({ db }, { merchantId });
        if (learned !== null) log.info({ merchantId, ...learned }, "learned from arrivals");
      } catch (error) {
        log.error({ err: error, merchantId }, "a shop's arrivals could not be learned from");
        failed = error;
      }
    }
    if (failed !== null) throw failed;
  },
};
