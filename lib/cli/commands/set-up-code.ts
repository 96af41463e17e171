import { Command } from "commander";
import { withRuntime } from "#lib/cli/with-runtime.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { setUpState } from "#lib/use-cases/access/set-up.ts";
import { setUpCode } from "#lib/use-cases/access/set-up-code.ts";

/** `porchlight setup-code`. */
export function setUpCodeCommand(): Command {
  return new Command("setup-code")
    .description("print the code with which the first owner opens a fresh server, at /admin/setup")
    .action(() =>
      withRuntime(async (runtime) => {
        if (!(await setUpState(runtime)).isOpen)
          throw new AppError("conflict", "This server has an owner already. To let others in: porchlight member add");
        console.error(`Open ${runtime.publicUrl}/admin/setup and type:`);
        console.log(setUpCode(runtime.keys));
      }),
    );
}
