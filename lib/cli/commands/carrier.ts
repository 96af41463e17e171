import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { text } from "node:stream/consumers";
import { Command } from "commander";
import { carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { withTenant } from "#db/tenant.ts";
import type { Carrier } from "#lib/carriers/carrier.ts";
import { parsedEntry } from "#lib/carriers/parsed-entry.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { connectCarrier } from "#lib/use-cases/carriers/connect-carrier.ts";
import { detectCommand } from "./carrier-detect.ts";
import { webhookCommand } from "./carrier-webhook.ts";

const CODES = [...CARRIERS.keys()].join(", ");

type ConnectOptions = { merchant: string; clientId: string; label: string };

/** `porchlight carrier parse|detect|webhook|connect|list`. */
export function carrierCommand(): Command {
  const command = new Command("carrier").description(
    "carriers: read a reply, tell whose a number is, connect an account",
  );
  command
    .command("parse")
    .description("read a carrier's reply from a file and print what it says: a JSON array, one entry a tracking number")
    .argument("<carrier>", CODES)
    .argument("[file]", "the reply's body; `-` or nothing reads stdin", "-")
    .action(parse);
  command.addCommand(detectCommand());
  command.addCommand(webhookCommand());
  command
    .command("connect")
    .description("connect a merchant's account with a carrier; the secret (DHL: the API key) is read from stdin")
    .argument("<carrier>", CODES)
    .requiredOption("--merchant <slug>", "whose account it is")
    .option("--client-id <id>", "the account's client id (UPS, FedEx, USPS)", "")
    .option("--label <name>", "tells several accounts with one carrier apart", "main")
    .addHelpText(
      "after",
      '\nExample:\n  printf %s "$SECRET" | npx porchlight carrier connect ups --merchant my-shop --client-id ID',
    )
    .action(connect);
  command
    .command("list")
    .description("one account a line: carrier, label, live or sandbox, tab between")
    .requiredOption("--merchant <slug>", "whose accounts")
    .action(list);
  return command;
}

async function parse(code: string, file: string): Promise<void> {
  const carrier = carrierOf(code);
  if (file === "-" && process.stdin.isTTY) console.error("Reading the reply from the terminal; end it with Ctrl-D.");
  const body = file === "-" ? await text(process.stdin) : readBody(file);
  console.log(JSON.stringify(carrier.parse(body).map(parsedEntry), null, 2));
}

function readBody(file: string): string {
  if (!existsSync(file)) throw new AppError("invalid", `There is no file ${file}.`);
  if (!statSync(file).isFile()) throw new AppError("invalid", `${file} is not a file.`);
  if (!isReadable(file)) throw new AppError("invalid", `${file} may not be read.`);
  return readFileSync(file, "utf8");
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

async function connect(code: string, options: ConnectOptions): Promise<void> {
  const carrier = carrierOf(code);
  if (process.stdin.isTTY)
    throw new AppError("invalid", "Pipe the secret in, so that it stays out of your shell's history.");
  const clientSecret = (await text(process.stdin)).trim();
  if (clientSecret === "") throw new AppError("invalid", "The secret on stdin is empty.");
  if (carrier.needsClientId && options.clientId === "") throw new AppError("invalid", `${code} needs --client-id too.`);
  await withRuntime(async (runtime) => {
    const merchant = await merchantOf(runtime, options.merchant);
    const { created, parcels } = await connectCarrier(runtime, {
      merchantId: merchant.id,
      carrier: code,
      label: options.label,
      sandbox: false,
      credentials: { clientId: options.clientId, clientSecret },
      actor: "cli",
    });
    console.error(
      `${created ? "Connected" : "New keys for"} ${code} (${options.label}); ${parcels} parcels wait for it.`,
    );
  });
}

function list(options: { merchant: string }): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, options.merchant);
    for (const account of await withTenant(runtime.db, merchantId, (tx) => carrierAccountsOf(tx, { merchantId }))) {
      console.log(`${account.carrier}\t${account.label}\t${account.sandbox ? "sandbox" : "live"}`);
    }
  });
}

function carrierOf(code: string): Carrier {
  const carrier = CARRIERS.get(code.toLowerCase());
  if (carrier === undefined) throw new AppError("invalid", `There is no carrier ${code}. There are: ${CODES}.`);
  return carrier;
}
