import { AppError } from "#lib/kernel/app-error.ts";
import { messageOf } from "#lib/runtime/on-shutdown.ts";
import { SANDBOX_VARIABLES, serveSandbox } from "./serve-sandbox.ts";

const HELP = `Usage: node lib/cli/sandbox.ts

Plays UPS, FedEx, USPS, DHL and the aggregators on this machine, for the demo and for tests. Any client id or key that begins
with sandbox- is good, with any secret. Stops on Ctrl-C or SIGTERM; what it has told it tells again after a new start.
\`npx porchlight sandbox --help\` says how to play a journey, set its clock and let a carrier fail.

${SANDBOX_VARIABLES}
`;

/** `node lib/cli/sandbox.ts`: serves the sandbox carriers until told to end. */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(HELP);
    return;
  }
  if (args[0] !== undefined) throw new AppError("invalid", `There is no option ${args[0]}; see --help`);
  await serveSandbox();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(error instanceof AppError ? 2 : 1);
});
