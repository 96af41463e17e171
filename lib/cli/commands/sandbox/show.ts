import { Command, Option } from "commander";
import { journeyText, unknownJourney } from "#lib/carriers/sandbox/journey-entry.ts";
import { journeyNamed } from "#lib/carriers/sandbox/journey-library.ts";
import { printJourneyText } from "#lib/carriers/sandbox/print-journey-text.ts";
import { SANDBOX_CARRIERS, type SandboxCarrier } from "#lib/carriers/sandbox/script.ts";
import { plainNumber } from "#lib/carriers/sandbox/tracking-numbers.ts";
import { AppError } from "#lib/kernel/app-error.ts";

type ShowOptions = { readonly carrier: SandboxCarrier; readonly number: string };

/** `porchlight sandbox show NAME`: a journey of the library as text, to start one's own from. */
export function showCommand(): Command {
  return new Command("show")
    .description("print a journey as text, to change it and play it (docs/sandbox.md says how it is written)")
    .argument("<name>", "a journey of `porchlight sandbox journeys`")
    .addOption(
      new Option("--carrier <carrier>", "whose hubs it passes: DHL's are in Europe")
        .choices(SANDBOX_CARRIERS)
        .default("ups"),
    )
    .option("--number <number>", "whose towns and times it has: they follow from the number", "1Z879E930346834440")
    .action(show);
}

function show(given: string, { carrier, number }: ShowOptions): void {
  const name = journeyNamed(given);
  if (name === null) throw new AppError("invalid", unknownJourney(given));
  const text = journeyText(name, carrier, plainNumber(number), Date.now());
  if (text !== null) console.log(printJourneyText(text).trimEnd());
}
