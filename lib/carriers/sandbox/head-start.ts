import { drawsOf } from "./draws.ts";
import type { JourneyName } from "./journey-library.ts";
import { clockAtStart } from "./journeys.ts";
import type { JourneyScript, SandboxCarrier } from "./script.ts";
import { wallClock } from "./wall-clock.ts";

/** How far a journey that nobody scripted already is when it is first asked for: a fraction of it, or each number its own. */
export type HeadStart = number | "hash";

const DAY = 1_440;
/** No two senders print their labels at the same time. */
const SHIFT = 75;
/** Up to twice the length: about half of the parcels of a shop have arrived, the others are everywhere on their way. */
const HASH_REACH = 2;

type Chosen = {
  readonly carrier: SandboxCarrier;
  readonly number: string;
  readonly name: JourneyName;
  readonly script: JourneyScript;
};

/**
 * How many minutes of a journey have passed when it is first asked for at `startMs`. With "hash" its scans are moved to the
 * hours at which people pick up and deliver, where that does not change how far it is: a shop that is opened at night has
 * parcels out for delivery too.
 */
export function headMinutesOf(headStart: HeadStart, chosen: Chosen, startMs: number): number {
  const { carrier, number, name, script } = chosen;
  const length = Math.max(DAY, script.events.at(-1)?.atMinutes ?? 0);
  if (headStart !== "hash") return headStart * length;
  const draws = drawsOf(`head ${carrier} ${number}`);
  const wanted = draws.fraction() * HASH_REACH * length;
  const clock = wallClock(startMs - wanted * 60_000, script.events[0]?.place.zone ?? "UTC").time;
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const later = wanted + minutes - (clockAtStart(name) - SHIFT + draws.below(2 * SHIFT));
  const reached = (head: number) => script.events.filter(({ atMinutes }) => atMinutes <= head).length;
  const fits = (head: number) => head >= 0 && reached(head) === reached(wanted);
  return [later, later + DAY, later - DAY].find(fits) ?? wanted;
}
