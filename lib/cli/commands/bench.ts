import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Command } from "commander";

/** `porchlight bench NAME`: the same as `npm run bench -- NAME`. */
export function benchCommand(): Command {
  return new Command("bench")
    .description("run a benchmark; its last line is JSON")
    .argument("[args...]", "its name and options; none for a list")
    .allowUnknownOption()
    .helpOption(false)
    .action((args: readonly string[]) => {
      const main = fileURLToPath(new URL("../../../bench/main.ts", import.meta.url));
      const { status } = spawnSync(process.execPath, [main, ...args], { stdio: "inherit" });
      process.exitCode = status ?? 1;
    });
}
