import { Command } from "commander";
import * as z from "zod";
import { askSandbox } from "#lib/cli/sandbox-control.ts";

type CallsOptions = { readonly reset?: true; readonly url?: string };

const counts = z.object({
  perCarrier: z.record(
    z.string(),
    z.object({ calls: z.number(), numbers: z.number(), maxBatch: z.number(), tokens: z.number() }),
  ),
});

/** `porchlight sandbox calls`: how often each carrier was asked. */
export function callsCommand(): Command {
  return new Command("calls")
    .description("print how often each carrier was asked, about how many numbers, and for how many tokens")
    .option("--reset", "count from now on")
    .option("--url <url>", "where the sandbox runs")
    .action(calls);
}

async function calls({ reset, url }: CallsOptions): Promise<void> {
  const { perCarrier } = await askSandbox(url, ["GET", "/calls"], counts);
  const asked = Object.entries(perCarrier).filter(([, { calls: count, tokens }]) => count + tokens > 0);
  if (asked.length === 0) console.log("Nobody has been asked.");
  else console.log(["carrier", "calls", "numbers", "largest batch", "tokens"].join("\t"));
  for (const [carrier, { calls: count, numbers, maxBatch, tokens }] of asked) {
    console.log([carrier, count, numbers, maxBatch, tokens].join("\t"));
  }
  if (reset === true) await askSandbox(url, ["DELETE", "/calls"], z.object({}));
}
