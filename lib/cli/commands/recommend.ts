import { Command } from "commander";
import { learnCommand } from "./recommend/learn.ts";

/** `porchlight recommend`. */
export function recommendCommand(): Command {
  return new Command("recommend").description("what a shop recommends").addCommand(learnCommand());
}
