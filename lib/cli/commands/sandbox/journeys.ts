import { Command } from "commander";
import { FAULT_JOURNEY_NAMES, JOURNEY_NAMES, type JourneyName, planOf } from "#lib/carriers/sandbox/journey-library.ts";

/** `porchlight sandbox journeys`: the library, a sentence each. */
export function journeysCommand(): Command {
  return new Command("journeys").description("list the journeys that can be played, a sentence each").action(() => {
    console.log("What happens to a parcel:");
    print(JOURNEY_NAMES);
    console.log("\nA parcel that arrives on time, while its carrier cannot be asked:");
    print(FAULT_JOURNEY_NAMES);
  });
}

function print(names: readonly JourneyName[]): void {
  const width = Math.max(...names.map((name) => name.length));
  for (const name of names) console.log(`  ${name.padEnd(width)}  ${planOf(name).says}`);
}
