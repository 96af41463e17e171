import * as z from "zod";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { askShop } from "#lib/use-cases/promises/ask-shop.ts";
import { logShop } from "#lib/worker/shops/log-shop.ts";
import { webhookShop } from "#lib/worker/shops/webhook-shop.ts";
import type { Job } from "./job.ts";

const schema = z.object({ merchantId: z.uuid(), kind: z.enum(["gesture", "remedy"]), id: z.uuid() });

/** Asks a shop for what a shopper chose or was given, at its own address, else in our log. */
export const askShopJob: Job = {
  queue: "ask-shop",
  when: null,
  concurrency: 4,
  run: async ({ db, keys, log }, data) => {
    const request = schema.parse(data);
    const shopPort: Parameters<typeof askShop>[0]["shopPort"] = (hook) =>
      hook === null ? logShop(log) : webhookShop(hook);
    const outcome = await askShop({ db, keys, shopPort }, request);
    switch (outcome.kind) {
      case "nothing":
        return;
      case "asked":
        return log.info(request, "asked a shop");
      case "given_up":
        return log.warn({ ...request, reason: outcome.reason }, "gave up asking a shop");
      case "later":
        throw new Error(`A shop is asked again: ${outcome.reason}`);
      default:
        return assertNever(outcome);
    }
  },
};
