import type { Move } from "./counted-moves.ts";
import type { Observation, Pickup } from "./observation.ts";
import { completedPickup, isElsewhere, pickupAt } from "./pickup.ts";

/**
 * Where the parcel waits now, from the moves at the end that all say that it waits, oldest first. What was said of one stay
 * is put together, the newest word first; whatever was said of a stay elsewhere before it is over. Null where only towns are told.
 */
export function pickupOf(run: readonly Move[]): Pickup | null {
  let told: Pickup | null = null;
  let site: Pickup | null = null;
  for (const { dated } of run.toReversed()) {
    const here = siteOf(dated.observation);
    if (site !== null && here !== null && isElsewhere(site, here)) break;
    site = completedPickup(site, here);
    told = completedPickup(told, dated.observation.pickup);
  }
  return told;
}

/** A scan was made where the parcel waits, even where it says no more of it. */
function siteOf({ kind, pickup, place }: Observation): Pickup | null {
  if (pickup !== null || kind === "summary") return pickup;
  return pickupAt({ city: place.city, country: place.country });
}
