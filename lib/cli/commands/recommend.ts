import { Command } from "commander";
import { numbersCommand } from "./recommend/numbers.ts";
import { showCommand } from "./recommend/show.ts";

/** `porchlight recommend show|numbers`. */
export function recommendCommand(): Command {
  return new Command("recommend")
    .description("what a shop recommends, withholds and gains by it (docs/recommendations.md)")
    .addCommand(showCommand())
    .addCommand(numbersCommand());
}
