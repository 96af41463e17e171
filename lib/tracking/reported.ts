import type { Reported, Said } from "./observation.ts";
import { NOWHERE } from "./observation.ts";
import { UNSAID } from "./unsaid.ts";
import { zoneOf } from "./zone-of.ts";

type Known = Said & Pick<Reported, "kind" | "reportPosition" | "raw"> & Partial<Reported>;

/** An observation with nothing in what the carrier left out, and the place's zone where the place leaves no doubt. */
export function reported(known: Known): Reported {
  const place = known.place ?? NOWHERE;
  return {
    ...UNSAID,
    ...known,
    place,
    zone: known.zone ?? zoneOf(place, known.localTime ?? null),
  };
}
