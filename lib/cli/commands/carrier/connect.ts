import { text } from "node:stream/consumers";
import { Command } from "commander";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { connectCarrier } from "#lib/use-cases/carriers/connect-carrier.ts";
import { CODES, carrierNamed } from "./carrier-named.ts";

type Options = { merchant: string; clientId: string; label: string; sandbox?: true };

/** `porchlight carrier connect`. */
export function connectCommand(): Command {
  return new Command("connect")
    .description("connect a merchant's account with a carrier; the secret (DHL: the API key) is read from stdin")
    .argument("<carrier>", CODES)
    .requiredOption("--merchant <slug>", "whose account it is")
    .option("--client-id <id>", "the account's client id (UPS, FedEx, USPS)", "")
    .option("--label <name>", "tells several accounts with one carrier apart", "main")
    .option("--sandbox", "let the sandbox play it; secrets and client ids begin with sandbox- then")
    .addHelpText(
      "after",
      '\nExample:\n  printf %s "$SECRET" | npx porchlight carrier connect ups --merchant my-shop --client-id ID',
    )
    .action(connect);
}

async function connect(word: string, options: Options): Promise<void> {
  const { code, needsClientId, isAggregator } = carrierNamed(word);
  if (process.stdin.isTTY)
    throw new AppError("invalid", "Pipe the secret in, so that it stays out of your shell's history.");
  const clientSecret = (await text(process.stdin)).trim();
  if (clientSecret === "") throw new AppError("invalid", "The secret on stdin is empty.");
  if (needsClientId && options.clientId === "") throw new AppError("invalid", `${code} needs --client-id too.`);
  await withRuntime(async (runtime) => {
    const merchant = await merchantOf(runtime, options.merchant);
    const { created, parcels } = await connectCarrier(runtime, {
      merchantId: merchant.id,
      carrier: code,
      label: options.label,
      sandbox: options.sandbox === true,
      aggregator: isAggregator,
      credentials: { clientId: options.clientId, clientSecret },
      actor: "cli",
    });
    console.error(
      `${created ? "Connected" : "New keys for"} ${code} (${options.label}); ${parcels} parcels wait for it.`,
    );
  });
}
