import { allMerchants } from "#lib/use-cases/merchants/all-merchants.ts";
import { countNumbers } from "#lib/use-cases/numbers/count-numbers.ts";
import type { Job } from "./job.ts";

/** Every two minutes: days of the desk's numbers that were touched since. */
export const countNumbersJob: Job = {
  queue: "count-numbers",
  when: { everySeconds: 120 },
  run: async ({ db, log, stopping }) => {
    let failed: unknown = null;
    for await (const merchantId of allMerchants(db, stopping)) {
      try {
        const began = performance.now();
        const { days } = await countNumbers({ db, stopping }, { merchantId });
        const ms = Math.round(performance.now() - began);
        if (days > 0) log.debug({ merchantId, days, ms }, "counted a shop's numbers");
      } catch (error) {
        // One shop's trouble is no reason to leave out the others.
        log.error({ err: error, merchantId }, "a shop's numbers could not be counted");
        failed = error;
      }
    }
    if (failed !== null) throw failed;
  },
};
