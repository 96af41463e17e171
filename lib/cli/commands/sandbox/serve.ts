import { Command } from "commander";
import { SANDBOX_VARIABLES, serveSandbox } from "#lib/cli/serve-sandbox.ts";

/** `porchlight sandbox serve`: the same as `npm run sandbox`. */
export function serveCommand(): Command {
  return new Command("serve")
    .description("run the sandbox carriers until Ctrl-C (the same as npm run sandbox)")
    .addHelpText("after", `\nThe environment says where and how fast:\n${SANDBOX_VARIABLES}`)
    .action(serveSandbox);
}
