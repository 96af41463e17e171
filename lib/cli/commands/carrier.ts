import { Command } from "commander";
import { answerCommand } from "./carrier/answer.ts";
import { budgetCommand } from "./carrier/budget.ts";
import { codesCommand } from "./carrier/codes.ts";
import { connectCommand } from "./carrier/connect.ts";
import { detectCommand } from "./carrier/detect.ts";
import { listCommand } from "./carrier/list.ts";
import { parseCommand } from "./carrier/parse.ts";
import { trackCommand } from "./carrier/track.ts";
import { webhookCommand } from "./carrier/webhook.ts";

/** `porchlight carrier ...`: a file a sub-command. */
export function carrierCommand(): Command {
  return new Command("carrier")
    .description(
      "carriers: read a reply, ask about a number, tell whose a number is, connect an account, see its budget",
    )
    .addCommand(parseCommand())
    .addCommand(trackCommand())
    .addCommand(detectCommand())
    .addCommand(connectCommand())
    .addCommand(listCommand())
    .addCommand(answerCommand())
    .addCommand(budgetCommand())
    .addCommand(codesCommand())
    .addCommand(webhookCommand());
}
