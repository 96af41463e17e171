import { existsSync, readFileSync, statSync } from "node:fs";
import { text } from "node:stream/consumers";
import { Argument, Command } from "commander";
import * as z from "zod";
import type { JourneyEntry } from "#lib/carriers/sandbox/journey-entry.ts";
import { unknownJourney } from "#lib/carriers/sandbox/journey-entry.ts";
import { journeyNamed } from "#lib/carriers/sandbox/journey-library.ts";
import { lineErrorText } from "#lib/carriers/sandbox/journey-text.ts";
import { parseJourneyText } from "#lib/carriers/sandbox/parse-journey-text.ts";
import { SANDBOX_CARRIERS, type SandboxCarrier } from "#lib/carriers/sandbox/script.ts";
import { askSandbox } from "#lib/cli/sandbox-control.ts";
import { AppError } from "#lib/kernel/app-error.ts";

type PlayOptions = { readonly replace?: true; readonly at?: string; readonly url?: string };

const written = z.object({ written: z.number(), kept: z.number() });

/** `porchlight sandbox play CARRIER NUMBER NAME|FILE`. */
export function playCommand(): Command {
  return new Command("play")
    .description("let a number go through a journey, beginning when it is next asked about")
    .addArgument(new Argument("<carrier>", "who carries it; aggregators tell the same of it").choices(SANDBOX_CARRIERS))
    .argument("<number>", "the tracking number; with a journey of your own it may be anything")
    .argument("<journey>", "a name of `porchlight sandbox journeys`, a file with a journey, or `-` for stdin")
    .option("--replace", "also where the number has a journey, or has begun one")
    .option("--at <moment>", 'where on its own clock the journey stands when it begins, such as "day 2 09:00"')
    .option("--url <url>", "where the sandbox runs")
    .action(play);
}

async function play(carrier: SandboxCarrier, number: string, given: string, options: PlayOptions): Promise<void> {
  const what = await journeyOf(given);
  const entry: JourneyEntry = { carrier, number, ...what, ...(options.at === undefined ? {} : { at: options.at }) };
  const body = { replace: options.replace === true, entries: [entry] };
  const { kept } = await askSandbox(options.url, ["PUT", "/journeys"], written, body);
  if (kept > 0)
    throw new AppError("conflict", `${number} keeps the journey that it has. Add --replace to give it this one.`);
  console.log(
    `${number} goes through ${"journey" in what ? what.journey : given}, beginning when it is next asked about.`,
  );
}

/** A name of the library before a file of that name; a path is always a file. */
async function journeyOf(given: string): Promise<{ readonly journey: string } | { readonly text: string }> {
  const name = journeyNamed(given);
  if (name !== null) return { journey: name };
  const written = given === "-" ? await text(process.stdin) : readFile(given);
  const read = parseJourneyText(written);
  if (!read.ok) throw new AppError("invalid", read.error.map(lineErrorText).join("\n"));
  return { text: written };
}

function readFile(path: string): string {
  if (existsSync(path) && statSync(path).isFile()) return readFileSync(path, "utf8");
  if (/[/\\]|\.\w+$/.test(path)) throw new AppError("invalid", `There is no file ${path}.`);
  throw new AppError("invalid", unknownJourney(path));
}
