import { Command } from "commander";
import { withRuntime } from "#lib/cli/with-runtime.ts";

/** `porchlight migrate`: what every command does first, alone. */
export function migrateCommand(): Command {
  return new Command("migrate").description("bring the database to this version and stop").action(() =>
    withRuntime(async () => {
      console.error("The database is at this version.");
    }),
  );
}
