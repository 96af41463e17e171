import type { Command } from "commander";

/** Commands by name, each loaded only when it is needed: all of them together take seconds to load on a small machine. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

/** The command that the arguments begin with; all of them where they begin with none, as for help. */
export function commandsFor(commands: Commands, args: readonly string[]): Promise<readonly Command[]> {
  const [name = ""] = args;
  const named = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return Promise.all(named === undefined ? Object.values(commands).map((load) => load()) : [named()]);
}
