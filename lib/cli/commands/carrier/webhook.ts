import { text } from "node:stream/consumers";
import { Command } from "commander";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { openWebhook } from "#lib/use-cases/pushes/open-webhook.ts";
import { webhookAddress } from "#lib/use-cases/pushes/webhook-address.ts";

type WebhookOptions = { merchant: string; label: string; rotate: boolean };

const PUSHING = [...CARRIERS.values()].filter(({ pushes }) => pushes !== null).map(({ code }) => code);

/** `porchlight carrier webhook`. */
export function webhookCommand(): Command {
  return new Command("webhook")
    .description("let a carrier push: print the address to enter in its portal and, when it is new, the secret")
    .argument("<carrier>", PUSHING.join(", "))
    .requiredOption("--merchant <slug>", "whose account it is")
    .option("--label <name>", "the account, where there are several with one carrier", "main")
    .option("--rotate", "make a new address and secret; the old ones end within seconds", false)
    .addHelpText(
      "after",
      `
One line a fact on stdout, tab between: address, secret. The secret is shown once. AfterShip and 17TRACK sign with a secret
of theirs (AfterShip's webhook secret, 17TRACK's API key): pipe it in. docs/pushes.md says where each carrier wants what.

Examples:
  npx porchlight carrier webhook easypost --merchant my-shop
  printf %s "$SECRET" | npx porchlight carrier webhook aftership --merchant my-shop`,
    )
    .action(webhook);
}

async function webhook(code: string, { merchant: slug, label, rotate }: WebhookOptions): Promise<void> {
  const carrier = code.toLowerCase();
  if (!PUSHING.includes(carrier))
    throw new AppError("invalid", `${code} does not push to us. Those that do: ${PUSHING.join(", ")}.`);
  const given = process.stdin.isTTY ? "" : (await text(process.stdin)).trim();
  await withRuntime(async (runtime) => {
    if (runtime.isPublicUrlGuessed) console.error("PUBLIC_URL is not set: no carrier reaches the address below.");
    const { id: merchantId } = await merchantOf(runtime, slug);
    const secret = given === "" ? null : given;
    const opened = await openWebhook(runtime, { merchantId, carrier, label, secret, rotate, actor: "cli" });
    console.log(`address\t${webhookAddress(runtime.publicUrl, opened.webhookKey)}`);
    if (opened.secret !== null) console.log(`secret\t${opened.secret}`);
    if (!opened.created)
      console.error("This account had an address already; its secret is not shown again (--rotate).");
  });
}
