import type { Stop } from "./route.ts";
import type { JourneyScript, Step } from "./script.ts";

/** `DAY HH:MM`: day 0 is the day of the label, the clock is the sender's. */
export type At = `${number} ${number}:${number}`;

/**
 * `shown`: the carrier reports it only then. `removed`: it takes it back then. `twice`: it stands there twice, to the letter.
 * `isStrange`: its time is written by the clock of another place.
 */
type RowExtras = {
  readonly shown?: At;
  readonly removed?: At;
  readonly twice?: true;
  readonly isStrange?: true;
};

export type PlanRow = readonly [at: At, step: Step, stop: Stop, extras?: RowExtras];

/** From `at` on the carrier names a day (that of `from`), or the window from `from` to `to`. */
export type PlanEstimate = readonly [at: At, from: At, to?: At];

/** A journey by the clock, before it is known where from and where to. */
export type JourneyPlan = {
  /** What happens, for somebody who looks for the right one. */
  readonly says: string;
  /** How often a number has it by itself, in relation to the others; those without are played by name only. */
  readonly weight?: number;
  /** It comes from another customs territory. */
  readonly abroad?: true;
  /** When the number is first asked for; without it, when the label is made. */
  readonly askedAt?: At;
  readonly rows: readonly PlanRow[];
  readonly estimates: readonly PlanEstimate[];
  /** Rows of another parcel, which had the number before and other towns. */
  readonly earlier?: readonly PlanRow[];
  /** Where it is left, or waits, in every case. */
  readonly leftAt?: string;
  readonly isLocker?: true;
  /** A post office brings it to the door, and has a number of its own for it. */
  readonly hasPartner?: true;
} & Pick<JourneyScript, "dayZero" | "listed" | "pieces" | "fault">;

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
