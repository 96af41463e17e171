import { Command } from "commander";
import { unknownCodesOf } from "#db/queries/unknown-codes.ts";
import { withTenant } from "#db/tenant.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";

/** `porchlight carrier codes`. */
export function codesCommand(): Command {
  return new Command("codes")
    .description(
      "codes that carriers used and no table knows: carrier, code, times, last seen, description, tab between",
    )
    .requiredOption("--merchant <slug>", "whose parcels")
    .action(codes);
}

function codes(options: { merchant: string }): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, options.merchant);
    for (const code of await withTenant(runtime.db, merchantId, (tx) => unknownCodesOf(tx, { merchantId }))) {
      console.log([code.carrier, code.code, code.times, code.lastSeenAt, code.description ?? ""].join("\t"));
    }
  });
}
