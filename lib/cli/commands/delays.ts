import { Command } from "commander";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { delayNumbersOf } from "#lib/use-cases/promises/delay-numbers-of.ts";

/** `porchlight delays`. */
export function delaysCommand(): Command {
  return new Command("delays")
    .description(
      "a shop's delays as JSON: who was told when, how often before the shopper noticed, what chances were worth",
    )
    .requiredOption("--merchant <slug>", "whose delays")
    .action(({ merchant }: { merchant: string }) =>
      withRuntime(async (runtime) => {
        const { id: merchantId } = await merchantOf(runtime, merchant);
        console.log(JSON.stringify(await delayNumbersOf(runtime, { merchantId, after: null }), null, 2));
      }),
    );
}
