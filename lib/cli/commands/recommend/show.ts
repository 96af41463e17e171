import { Command } from "commander";
import { Temporal } from "temporal-polyfill";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { judgedOffer } from "#lib/use-cases/recommend/judged-offer.ts";

/** `porchlight recommend show ORDER --merchant SLUG`. */
export function showCommand(): Command {
  return new Command("show")
    .description("as JSON: what the page of an order offers its shopper at this moment, what it withholds, and why")
    .argument("<order>", "the order's number")
    .requiredOption("--merchant <slug>", "whose order")
    .action((number: string, { merchant }: { merchant: string }) =>
      withRuntime(async (runtime) => {
        const { id: merchantId } = await merchantOf(runtime, merchant);
        const deps = { db: runtime.db, now: Temporal.Now.instant() };
        console.log(JSON.stringify(await judgedOffer(deps, { merchantId, number }), null, 2));
      }),
    );
}
