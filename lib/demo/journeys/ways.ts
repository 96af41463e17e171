import type { ScriptPlace } from "#lib/carriers/sandbox/script.ts";
import {
  type Beat,
  between,
  type Expectation,
  type Journey,
  sinceLoaded,
  sinceShipped,
  type Time,
  workday,
} from "./journey.ts";

/** The stops of a parcel: the shop, the carrier's hubs, the centre that delivers, the door. */
export type Way = {
  readonly from: ScriptPlace;
  readonly hubs: readonly ScriptPlace[];
  readonly centre: ScriptPlace;
  readonly to: ScriptPlace;
};

/** At the centre, out for delivery, at the door. */
export type LastMile = readonly [Time, Time, Time];
type HandedOver = Pick<Journey, "signedBy" | "leftAt" | "laterFault">;

/** Stops in their order: at least the shop, the centre and the door. */
export function way(from: ScriptPlace, ...others: readonly [...ScriptPlace[], ScriptPlace, ScriptPlace]): Way {
  const to = others.at(-1) ?? from;
  return { from, hubs: others.slice(0, -2), centre: others.at(-2) ?? to, to };
}

/** Printed, handed over, and gone from the shop's town the same evening. */
export function sent({ from }: Way): readonly Beat[] {
  return [
    { step: "label", place: from, at: sinceShipped(-170) },
    { step: "picked_up", place: from, at: sinceShipped(0) },
    { step: "departed", place: from, at: sinceShipped(150) },
  ];
}

/** In and out of each hub, some time between what comes before and after. */
export function through(...hubs: readonly ScriptPlace[]): readonly Beat[] {
  return hubs.flatMap((place): readonly Beat[] => [
    { step: "arrived", place, at: between },
    { step: "departed", place, at: between },
  ]);
}

/** From the centre to the door. */
export function lastMile({ centre, to }: Way, [atCentre, out, delivered]: LastMile): readonly Beat[] {
  return [
    { step: "at_destination", place: centre, at: atCentre },
    { step: "out_for_delivery", place: to, at: out },
    { step: "delivered", place: to, at: delivered },
  ];
}

/** Delivered on a workday at this time, the rest of the last mile that morning. */
export function onWorkday(day: number, time: string): LastMile {
  return [workday(day, "05:42"), workday(day, "08:07"), workday(day, time)];
}

/** The last mile in minutes after loading. */
export function whileWatched(...minutes: readonly [number, number, number]): LastMile {
  return [sinceLoaded(minutes[0]), sinceLoaded(minutes[1]), sinceLoaded(minutes[2])];
}

/** The carrier names a day; from the handover on, unless said later. */
export function expectedOn(day: number, said: Time = sinceShipped(0)): Expectation {
  return { said, from: workday(day, "08:00"), to: workday(day, "20:00"), kind: "day" };
}

/** The carrier names a window around loading. */
export function expectedWithin(from: number, to: number, said: Time): Expectation {
  return { said, from: sinceLoaded(from), to: sinceLoaded(to), kind: "window" };
}

/** Nothing goes wrong: delivered on that day, past or to come, as was said from the start. */
export function arrives(stops: Way, day: number, time: string, more: HandedOver = {}): Journey {
  const beats = [...sent(stops), ...through(...stops.hubs), ...lastMile(stops, onWorkday(day, time))];
  return { destination: stops.to, beats, expected: [expectedOn(day)], ...more };
}
