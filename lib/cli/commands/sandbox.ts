import { Command } from "commander";
import { SANDBOX_VARIABLES } from "#lib/cli/serve-sandbox.ts";
import { callsCommand } from "./sandbox/calls.ts";
import { clockCommand } from "./sandbox/clock.ts";
import { faultCommand } from "./sandbox/fault.ts";
import { journeysCommand } from "./sandbox/journeys.ts";
import { playCommand } from "./sandbox/play.ts";
import { serveCommand } from "./sandbox/serve.ts";
import { showCommand } from "./sandbox/show.ts";

const HELP = `
A shop that was added with "porchlight merchant add my-shop --sandbox" asks these carriers instead of the real ones.

Examples:
  npx porchlight sandbox serve                                     start it, and leave it running
  npx porchlight sandbox journeys                                  what can happen to a parcel
  npx porchlight sandbox play ups 1Z879E930346834440 late-by-weather
  npx porchlight sandbox show late-by-weather > mine.txt           the same as text, to change it
  npx porchlight sandbox play ups 1Z879E930346834440 mine.txt --replace
  npx porchlight sandbox play dhl 4818240420 in-a-locker --at "day 2 11:00"
  npx porchlight sandbox clock --step 3h                           three hours later
  npx porchlight sandbox fault usps outage --times 3               fail for the next three answers
  npx porchlight sandbox fault usps none                           be well again

A number that nobody plays has to be one of the carrier's, with its check digit; then its digits choose a journey. A number
that you play may be anything. A journey begins when its number is first asked about.

The environment of the sandbox itself:
${SANDBOX_VARIABLES}

How a journey is written: docs/sandbox.md`;

/** `porchlight sandbox ...`: a file a sub-command. */
export function sandboxCommand(): Command {
  return new Command("sandbox")
    .description("carriers to try everything with, played on this machine; needs no database and no keys")
    .addCommand(serveCommand())
    .addCommand(journeysCommand())
    .addCommand(showCommand())
    .addCommand(playCommand())
    .addCommand(clockCommand())
    .addCommand(faultCommand())
    .addCommand(callsCommand())
    .addHelpText("after", HELP);
}
