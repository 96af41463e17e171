import { Command, CommanderError } from "commander";
import { AppError } from "#lib/kernel/app-error.ts";
import { benchCommand } from "./commands/bench.ts";
import { importCommand } from "./commands/import.ts";
import { linkCommand, linksCommand } from "./commands/links.ts";
import { merchantCommand } from "./commands/merchant.ts";
import { migrateCommand } from "./commands/migrate.ts";

const WRONG_USE = 2;

/*
 * The `porchlight` command. Results go to stdout, all else to stderr. Every command starts and migrates the database
 * when needed. Exit codes: 0 done, 1 failed, 2 wrong use, 3 some rows were rejected.
 */
const program = new Command("porchlight")
  .description("Self-hosted post-purchase pages. Every command starts and migrates the database when needed.")
  .addCommand(merchantCommand())
  .addCommand(importCommand())
  .addCommand(linkCommand())
  .addCommand(linksCommand())
  .addCommand(benchCommand())
  .addCommand(migrateCommand())
  .showHelpAfterError("(add --help for what it takes)");

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
  console.error(error instanceof Error ? error.message : String(error));
  if (error instanceof AppError) return error.code === "invalid" || error.code === "not_found" ? WRONG_USE : 1;
  if (process.env.PORCHLIGHT_DEBUG === "1") console.error(error);
  return 1;
}
