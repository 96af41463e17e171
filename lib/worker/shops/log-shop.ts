import type { Logger } from "pino";
import { ok } from "#lib/kernel/result.ts";
import type { ShopPort } from "#lib/use-cases/promises/shop-port.ts";

/** For a shop that nobody connected: the log says what is to be done, by id; the words are at the desk. */
export function logShop(log: Logger): ShopPort {
  return {
    ask: async ({ id, type }) => {
      log.info({ requestId: id, type }, "a shop is to act");
      return ok(undefined);
    },
  };
}
