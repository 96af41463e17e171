import { Command } from "commander";
import { learnCommand } from "./recommend/learn.ts";
import { numbersCommand } from "./recommend/numbers.ts";
import { showCommand } from "./recommend/show.ts";

/** `porchlight recommend learn|show|numbers`. */
export function recommendCommand(): Command {
  return new Command("recommend")
    .description("what a shop recommends, withholds and gains by it (docs/recommendations.md)")
    .addCommand(learnCommand())
    .addCommand(showCommand())
    .addCommand(numbersCommand());
}
