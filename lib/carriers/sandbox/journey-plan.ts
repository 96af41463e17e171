import type { Stop } from "./route.ts";
import type { Step } from "./script.ts";

/** `DAY HH:MM`: day 0 is the day of the label, the clock is the sender's. */
export type At = `${number} ${number}:${number}`;

/** `shown`: the carrier reports it only then. `removed`: it takes it back then. */
export type PlanRow = readonly [at: At, step: Step, stop: Stop, late?: { readonly shown?: At; readonly removed?: At }];

/** From `at` on the carrier names a day (that of `from`), or the window from `from` to `to`. */
export type PlanEstimate = readonly [at: At, from: At, to?: At];

/** A journey by the clock, before it is known where from and where to. */
export type JourneyPlan = {
  /** How often it is chosen, in relation to the others. */
  readonly weight: number;
  /** It comes from another customs territory. */
  readonly abroad?: true;
  /** When the number is first asked for; without it, when the label is made. */
  readonly askedAt?: At;
  readonly rows: readonly PlanRow[];
  readonly estimates: readonly PlanEstimate[];
};

/** Minutes from the start of day 0. */
export function planMinutes(at: At): number {
  const [day = "0", clock = "0:0"] = at.split(" ");
  const [hour = "0", minute = "0"] = clock.split(":");
  return Number(day) * 1_440 + Number(hour) * 60 + Number(minute);
}

/** Up to the carrier's hub in the first night: how most journeys begin. */
export const FIRST_NIGHT: readonly PlanRow[] = [
  ["0 13:50", "label", "origin"],
  ["0 17:35", "picked_up", "origin"],
  ["0 20:55", "departed", "originCentre"],
  ["1 02:20", "arrived", "hub"],
];

/** The second day's way to the receiver's town. */
export const SECOND_DAY: readonly PlanRow[] = [
  ["1 05:10", "departed", "hub"],
  ["1 19:25", "arrived", "centre"],
  ["2 05:40", "at_destination", "destination"],
];
