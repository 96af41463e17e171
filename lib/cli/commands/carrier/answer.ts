import { Command } from "commander";
import { answeringAccounts } from "#db/queries/answering-account.ts";
import { carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { withTenant } from "#db/tenant.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { chooseAnswering } from "#lib/use-cases/carriers/choose-answering.ts";
import { accountNamed } from "./account-named.ts";

/** `porchlight carrier answer`. */
export function answerCommand(): Command {
  return new Command("answer")
    .description("who answers for a carrier's parcels: the first account that can, then the next")
    .argument("<carrier>", "whose parcels, as in parcels.csv")
    .requiredOption("--merchant <slug>", "whose accounts")
    .option("--by <accounts>", "accounts in order, such as usps/main,easypost; `usual` for the usual order")
    .addHelpText(
      "after",
      `
The usual order is the carrier's own accounts, then aggregators, the oldest first. The next one answers while the one before
it is refused, spent or out of order, and for parcels that it may not tell about.`,
    )
    .action((carrier: string, options: { merchant: string; by?: string }) => answer(carrier.toLowerCase(), options));
}

function answer(carrier: string, options: { merchant: string; by?: string }): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, options.merchant);
    if (options.by !== undefined) {
      const names = options.by === "usual" ? [] : options.by.split(",").map((name) => name.trim());
      const accounts = await Promise.all(names.map((name) => accountNamed(runtime, { merchantId, name })));
      const accountIds = accounts.map(({ id }) => id);
      const { parcels } = await chooseAnswering(runtime, { merchantId, carrier, accountIds, actor: "cli" });
      console.error(`${parcels} parcels changed hands.`);
    }
    const { accounts, order } = await withTenant(runtime.db, merchantId, async (tx) => ({
      accounts: await carrierAccountsOf(tx, { merchantId }),
      order: await answeringAccounts(tx, { merchantId, carriers: [carrier] }),
    }));
    for (const { accountId, isPaused } of order) {
      const account = accounts.find(({ id }) => id === accountId);
      console.log(`${account?.carrier}/${account?.label}${isPaused ? "\tleft alone for the moment" : ""}`);
    }
  });
}
