import { Command, CommanderError } from "commander";
import { AppError } from "#lib/kernel/app-error.ts";
import { messageOf } from "#lib/runtime/on-shutdown.ts";
import manifest from "#package.json" with { type: "json" };
import { type Commands, commandsFor } from "./commands-for.ts";

const { version } = manifest;
const COMMANDS: Commands = {
  merchant: async () => (await import("./commands/merchant.ts")).merchantCommand(),
  member: async () => (await import("./commands/member.ts")).memberCommand(),
  "setup-code": async () => (await import("./commands/set-up-code.ts")).setUpCodeCommand(),
  brand: async () => (await import("./commands/brand.ts")).brandCommand(),
  host: async () => (await import("./commands/host.ts")).hostCommand(),
  import: async () => (await import("./commands/import.ts")).importCommand(),
  link: async () => (await import("./commands/links.ts")).linkCommand(),
  find: async () => (await import("./commands/find.ts")).findCommand(),
  links: async () => (await import("./commands/links.ts")).linksCommand(),
  rules: async () => (await import("./commands/rules.ts")).rulesCommand(),
  delays: async () => (await import("./commands/delays.ts")).delaysCommand(),
  numbers: async () => (await import("./commands/numbers.ts")).numbersCommand(),
  recommend: async () => (await import("./commands/recommend.ts")).recommendCommand(),
  carrier: async () => (await import("./commands/carrier.ts")).carrierCommand(process.argv.slice(3)),
  "shop-hook": async () => (await import("./commands/shop-hook.ts")).shopHookCommand(),
  sandbox: async () => (await import("./commands/sandbox.ts")).sandboxCommand(),
  bench: async () => (await import("./commands/bench.ts")).benchCommand(),
  migrate: async () => (await import("./commands/migrate.ts")).migrateCommand(),
};
const WRONG_USE = 2;
const LOST_CONNECTION =
  "The connection to the database was lost. Nothing is half done: run the same command again and it goes on.";

/*
 * The `porchlight` command. Results go to stdout, all else to stderr. Every command starts and migrates the database
 * when needed. Exit codes: 0 done, 1 failed, 2 wrong use, 3 some rows were rejected.
 */
const program = new Command("porchlight")
  .version(version)
  .description("Self-hosted post-purchase pages. Every command starts and migrates the database when needed.")
  .showHelpAfterError("(add --help for what it takes)");

for (const command of await commandsFor(COMMANDS, process.argv.slice(2))) program.addCommand(command);
for (const command of everyCommand(program)) command.exitOverride();

// `porchlight links ... | head` closes the pipe early; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
  console.error(isLostConnection(error) ? LOST_CONNECTION : messageOf(error));
  if (error instanceof AppError) return ["invalid", "not_found", "conflict"].includes(error.code) ? WRONG_USE : 1;
  return 1;
}

/** postgres.js's own codes for a server that went away, and PostgreSQL's class 57P (it was told to stop). */
function isLostConnection(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /^(CONNECTION_|57P0|ECONN)/.test(code);
}
