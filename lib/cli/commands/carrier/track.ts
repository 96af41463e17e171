import { Command } from "commander";
import { type CarrierAccount, carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { withTenant } from "#db/tenant.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { parsedEntry } from "#lib/carriers/parsed-entry.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { spacelessNumber } from "#lib/carriers/tracking-number.ts";
import type { Runtime } from "#lib/cli/runtime.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { readEnv, sandboxOf } from "#lib/runtime/env.ts";
import { trackNumber } from "#lib/use-cases/carriers/track-number.ts";
import { CODES, carrierNamed } from "./carrier-named.ts";

type Options = { readonly merchant: string; readonly label?: string };

/** `porchlight carrier track`: one live call, of which nothing is kept. */
export function trackCommand(): Command {
  return new Command("track")
    .description("ask a carrier about a number now, with a merchant's account, and print what it says; nothing is kept")
    .argument("<carrier>", CODES)
    .argument("<number>", "the tracking number")
    .requiredOption("--merchant <slug>", "whose account asks")
    .option("--label <name>", "which account, where there are several with this carrier")
    .option("--json", "print JSON, as it does anyway: the same array that `carrier parse` prints")
    .addHelpText(
      "after",
      `
The call counts against the account's quota like any other. A carrier that answers nothing, refuses or talks nonsense is an
entry with \`error\`, and no failure of this command.

Example:
  npx porchlight carrier track ups 1Z5R89390357567127 --merchant my-shop`,
    )
    .action(track);
}

function track(word: string, text: string, options: Options): Promise<void> {
  const { code } = carrierNamed(word);
  const number = spacelessNumber(text);
  if (number === "") throw new AppError("invalid", "That is not a tracking number: it is empty.");
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, options.merchant);
    const account = await accountOf(runtime, merchantId, { ...options, code });
    const deps = { ...runtime, carriers: CARRIERS, send: sendHttp, sandbox: sandboxOf(readEnv(process.env)) };
    const result = await trackNumber(deps, { merchantId, account, number });
    console.log(JSON.stringify([parsedEntry({ trackingNumber: number, result })], null, 2));
  });
}

async function accountOf(
  runtime: Runtime,
  merchantId: MerchantId,
  { code, label, merchant }: Options & { readonly code: string },
): Promise<CarrierAccount> {
  const all = await withTenant(runtime.db, merchantId, (tx) => carrierAccountsOf(tx, { merchantId }));
  const account = all.find((one) => one.carrier === code && (label === undefined || one.label === label));
  if (account !== undefined) return account;
  const name = label === undefined ? code : `${code} (${label})`;
  throw new AppError(
    "not_found",
    `${merchant} has no account with ${name}. Connect one with: porchlight carrier connect ${code} --merchant ${merchant}`,
  );
}
