import { Command, Option } from "commander";
import * as z from "zod";
import { askSandbox } from "#lib/cli/sandbox-control.ts";
import { durationOf } from "./duration-of.ts";

type ClockOptions = {
  readonly set?: string;
  readonly step?: string;
  readonly speed?: string;
  readonly stop?: true;
  readonly go?: true;
  readonly real?: true;
  readonly url?: string;
};

const clockState = z.object({ now: z.string(), speed: z.number(), stopped: z.boolean() });

/** `porchlight sandbox clock`: shows the clock, and changes it where options say so. */
export function clockCommand(): Command {
  return new Command("clock")
    .description("show the sandbox's clock, or set, step, stop it or let it run faster")
    .option("--set <time>", "set it, with the offset: 2026-03-05T13:50-06:00")
    .option("--step <duration>", "step it forward: 15m, 3h, 2d (or as ISO 8601: PT15M)")
    .option("--speed <times>", "let it run so many times as fast as real time")
    .addOption(new Option("--stop", "let it stand still; it can still be set and stepped").conflicts("go"))
    .option("--go", "let it run again")
    .option("--real", "show real time again")
    .option("--url <url>", "where the sandbox runs")
    .addHelpText(
      "after",
      "\nEverything that carriers write is on this clock. Your web app and worker are on real time: what lies in their future\nthey believe less. PORCHLIGHT_SANDBOX_SPEED shortens journeys instead, whose times stay in the present.",
    )
    .action(change);
}

async function change({ set, step, speed, stop, go, real, url }: ClockOptions): Promise<void> {
  const stopped = go === true ? false : stop;
  const body = {
    ...(set === undefined ? {} : { set }),
    ...(step === undefined ? {} : { step: durationOf(step) }),
    ...(speed === undefined ? {} : { speed: Number(speed) }),
    ...(stopped === undefined ? {} : { stopped }),
    ...(real === undefined ? {} : { real }),
  };
  const isChange = Object.keys(body).length > 0;
  const shown = await askSandbox(url, [isChange ? "POST" : "GET", "/clock"], clockState, isChange ? body : undefined);
  console.log(`${shown.now} ${runs(shown)}`);
}

function runs({ speed, stopped }: z.infer<typeof clockState>): string {
  if (stopped) return "stopped";
  return speed === 1 ? "running" : `running ${speed} times as fast as real time`;
}
