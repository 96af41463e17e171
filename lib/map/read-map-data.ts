import { findPlace } from "./find-place.ts";
import { journeyMapOf } from "./journey-map-of.ts";

/**
 * Reads what maps are made of, so that no shopper waits for it: some hundred milliseconds, once a process. Without it the first
 * page with a map reads it.
 */
export function readMapData(): void {
  const start = findPlace({ city: "New York", region: "NY", country: "US" });
  const near = findPlace({ city: "Philadelphia", region: "PA", country: "US" });
  const far = findPlace({ city: "Berlin", region: null, country: "DE" });
  if (start === null) return;
  for (const goal of [near, far]) journeyMapOf({ stops: [start], goal });
}
