import { Command } from "commander";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { offerNumbersOf } from "#lib/use-cases/recommend/offer-numbers-of.ts";

/** `porchlight recommend numbers --merchant SLUG`. */
export function numbersCommand(): Command {
  return new Command("numbers")
    .description(
      "as JSON: what was offered, withheld, seen, followed and bought, and what it brought against the hold-out",
    )
    .requiredOption("--merchant <slug>", "whose numbers")
    .action(({ merchant }: { merchant: string }) =>
      withRuntime(async (runtime) => {
        const { id: merchantId } = await merchantOf(runtime, merchant);
        console.log(JSON.stringify(await offerNumbersOf(runtime, { merchantId }), null, 2));
      }),
    );
}
