import { Command } from "commander";
import { carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { withTenant } from "#db/tenant.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";

/** `porchlight carrier list`. */
export function listCommand(): Command {
  return new Command("list")
    .description("one account a line: carrier, label, live or sandbox, tab between")
    .requiredOption("--merchant <slug>", "whose accounts")
    .action(list);
}

function list(options: { merchant: string }): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, options.merchant);
    for (const account of await withTenant(runtime.db, merchantId, (tx) => carrierAccountsOf(tx, { merchantId }))) {
      console.log(`${account.carrier}\t${account.label}\t${account.sandbox ? "sandbox" : "live"}`);
    }
  });
}
