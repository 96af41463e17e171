import { Command } from "commander";
import { type Commands, commandsFor } from "#lib/cli/commands-for.ts";

const COMMANDS: Commands = {
  parse: async () => (await import("./carrier/parse.ts")).parseCommand(),
  track: async () => (await import("./carrier/track.ts")).trackCommand(),
  detect: async () => (await import("./carrier/detect.ts")).detectCommand(),
  connect: async () => (await import("./carrier/connect.ts")).connectCommand(),
  list: async () => (await import("./carrier/list.ts")).listCommand(),
  answer: async () => (await import("./carrier/answer.ts")).answerCommand(),
  budget: async () => (await import("./carrier/budget.ts")).budgetCommand(),
  codes: async () => (await import("./carrier/codes.ts")).codesCommand(),
  webhook: async () => (await import("./carrier/webhook.ts")).webhookCommand(),
};

/** `porchlight carrier ...`: a file a sub-command. `args` are what follows `carrier`. */
export async function carrierCommand(args: readonly string[]): Promise<Command> {
  const command = new Command("carrier").description(
    "carriers: read a reply, ask about a number, tell whose a number is, connect an account, see its budget",
  );
  for (const one of await commandsFor(COMMANDS, args)) command.addCommand(one);
  return command;
}
