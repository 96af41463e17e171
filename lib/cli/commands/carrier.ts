import { Command } from "commander";
import { connectCommand } from "./carrier/connect.ts";
import { detectCommand } from "./carrier/detect.ts";
import { listCommand } from "./carrier/list.ts";
import { parseCommand } from "./carrier/parse.ts";
import { trackCommand } from "./carrier/track.ts";

/** `porchlight carrier ...`: a file a sub-command. */
export function carrierCommand(): Command {
  return new Command("carrier")
    .description("carriers: read a reply, ask about a number, tell whose a number is, connect an account")
    .addCommand(parseCommand())
    .addCommand(trackCommand())
    .addCommand(detectCommand())
    .addCommand(connectCommand())
    .addCommand(listCommand());
}
