import { Command } from "commander";
import * as z from "zod";
import { PLAYERS } from "#lib/carriers/sandbox/players.ts";
import { FAULTS } from "#lib/carriers/sandbox/script.ts";
import { faultOf, faultWord, unknownFault } from "#lib/carriers/sandbox/text-words.ts";
import { askSandbox } from "#lib/cli/sandbox-control.ts";
import { AppError } from "#lib/kernel/app-error.ts";

type FaultOptions = {
  readonly times?: string;
  readonly until?: string;
  readonly carrier?: string;
  readonly url?: string;
};

const faultsNow = z.object({
  faults: z.array(
    z.object({
      carrier: z.string(),
      number: z.string().nullable(),
      fault: z.enum(FAULTS),
      times: z.number().optional(),
      until: z.string().optional(),
    }),
  ),
});

const WORDS = `
Faults (a status or plain words do, too: 401, 429, "no answer"):
  ${FAULTS.map(faultWord).join(", ")}
  none: well again`;

/** `porchlight sandbox fault CARRIER|NUMBER FAULT`; without arguments, what is set. */
export function faultCommand(): Command {
  return new Command("fault")
    .description("let a carrier, or the answers about one number, fail; without arguments list what is set")
    .argument("[carrier-or-number]", `${PLAYERS.join(", ")}, or a tracking number`)
    .argument("[fault]", "what goes wrong, or `none`")
    .option("--times <n>", "for the next n answers only")
    .option("--until <time>", "until this time of the sandbox's clock, with the offset: 2026-03-05T13:50-06:00")
    .option("--carrier <carrier>", "whose number it is, where that is not clear")
    .option("--url <url>", "where the sandbox runs")
    .addHelpText("after", WORDS)
    .action(fault);
}

async function fault(whom: string | undefined, what: string | undefined, options: FaultOptions): Promise<void> {
  if (whom === undefined) return print(await askSandbox(options.url, ["GET", "/faults"], faultsNow));
  if (what === undefined) throw new AppError("invalid", `Say what goes wrong, or none.${WORDS}`);
  const isNone = /^(none|off|well)$/i.test(what);
  const named = isNone ? null : faultOf(what);
  if (named === undefined) throw new AppError("invalid", unknownFault(what));
  const player = PLAYERS.find((one) => one === whom.toLowerCase());
  const body = {
    fault: named,
    ...(player === undefined ? { number: whom } : { carrier: player }),
    ...(options.carrier === undefined ? {} : { carrier: options.carrier.toLowerCase() }),
    ...(options.times === undefined ? {} : { times: Number(options.times) }),
    ...(options.until === undefined ? {} : { until: options.until }),
  };
  print(await askSandbox(options.url, ["PUT", "/faults"], faultsNow, body));
}

function print({ faults }: z.infer<typeof faultsNow>): void {
  if (faults.length === 0) console.log("Nothing is set to fail.");
  for (const { carrier, number, fault: name, times, until } of faults) {
    const ends = [
      ...(times === undefined ? [] : [`for the next ${times === 1 ? "answer" : `${times} answers`}`]),
      ...(until === undefined ? [] : [`until ${until}`]),
    ];
    console.log([carrier, ...(number === null ? [] : [number]), faultWord(name), ...ends].join("  "));
  }
}
