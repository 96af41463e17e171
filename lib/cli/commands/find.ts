import { Command, InvalidArgumentError } from "commander";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { findOrders } from "#lib/use-cases/orders/find-orders.ts";

const MOST = 1_000;

/** `porchlight find TEXT --merchant SLUG`. */
export function findCommand(): Command {
  return new Command("find")
    .description("find orders by number, name, email, tracking number (or its end) or product; newest first")
    .argument("<text...>", "what is known: every word of a name has to fit, each may be a beginning")
    .requiredOption("--merchant <slug>", "whose orders")
    .option("--limit <n>", "at most so many", limitOf, 20)
    .addHelpText(
      "after",
      "\nPrints a line an order: number, day and time (UTC), name, and what fitted, parted by tabs.",
    )
    .action((words: readonly string[], options: { merchant: string; limit: number }) =>
      withRuntime(async (runtime) => {
        const { id: merchantId } = await merchantOf(runtime, options.merchant);
        const asked = { merchantId, text: words.join(" "), limit: options.limit };
        const { orders, next } = await findOrders(runtime, asked);
        for (const { number, placedAt, shopper, by } of orders)
          console.log([number, placedAt, plain(shopper ?? ""), by.join(",")].join("\t"));
        if (orders.length === 0) console.error("Nothing found.");
        if (next !== null) console.error(`There are more: say --limit, at most ${MOST}.`);
      }),
    );
}

/** A name with a tab in it makes no other column. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    throw new InvalidArgumentError(`Say a number from 1 to ${MOST}.`);
  }
  return limit;
}
