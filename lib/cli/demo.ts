import { parseArgs } from "node:util";
import { readEnv } from "#lib/runtime/env.ts";
import { messageOf } from "#lib/runtime/on-shutdown.ts";
import { dataFolder, loadDotEnv } from "#lib/runtime/project.ts";
import { launchDemo } from "./demo-launch.ts";

const HELP = `Usage: npm run demo [-- --fresh]

Runs Porchlight with three demo shops on this machine: PostgreSQL in .data/, web server, worker, and a sandbox that plays
the carriers. Parcels live in real time; a few of them move within minutes of the first start.
Prints "ready: URL", then "login: URL EMAIL PASSWORD" for the shops' desk, and one "link: URL  what it shows" line for each
thing to look at. Ctrl-C stops it.

  --fresh   forget everything in the demo's database and start anew
            (with DATABASE_URL: only the demo shops are removed)
  --help    this text

Environment: PORT (default 3000, or the next free one), DATABASE_URL (PostgreSQL 15 or later, instead of .data/),
PORCHLIGHT_SANDBOX_PORT (default 4899, or the next free one), PORCHLIGHT_SANDBOX_SPEED (default 1: real time).
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { fresh: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  loadDotEnv();
  await launchDemo({ env: readEnv(process.env), dataFolder, fresh: values.fresh === true });
}

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  const isUsage = error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  if (isUsage) process.stderr.write("npm run demo -- --help says what it takes.\n");
  process.exit(isUsage ? 2 : 1);
});
