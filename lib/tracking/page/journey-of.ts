import type { Observation } from "#lib/tracking/observation.ts";
import { orderObservations } from "#lib/tracking/order-observations.ts";
import { dayTimeOf, dayTimeOfScan } from "./local-times.ts";
import type { JourneyDay, JourneyEntry, PlaceName } from "./tracking-page.ts";
import { unnamedText } from "./unnamed-text.ts";

/**
 * The scans by day, newest first, each on the clock of its place as the carrier wrote it. A carrier that gives no scans at
 * all has its moving summaries told instead. What looks the same is told once; what has no time stands on the day we heard.
 */
export function journeyOf(observations: readonly Observation[], zone: string): readonly JourneyDay[] {
  const ordered = orderObservations(observations);
  const scans = ordered.filter((observation) => observation.kind === "scan");
  const told = scans.length > 0 ? scans : ordered.filter((observation) => observation.effect === "moves");
  const names = observations.flatMap(({ signedBy }) => (signedBy === null ? [] : [signedBy]));
  const days: { day: string; entries: JourneyEntry[] }[] = [];
  const seen = new Set<string>();
  for (const observation of told.toReversed()) {
    const day = (dayTimeOfScan(observation, zone) ?? dayTimeOf(observation.observedAt, zone)).day;
    const entry = entryOf(observation, zone, names);
    const look = JSON.stringify([day, entry]);
    if (seen.has(look)) continue;
    seen.add(look);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

function entryOf(observation: Observation, zone: string, names: readonly string[]): JourneyEntry {
  const { description, reason, status } = observation;
  const said =
    observation.effect === "moves"
      ? { effect: observation.effect, status: observation.status }
      : { effect: observation.effect, status: observation.status };
  return {
    ...said,
    time: dayTimeOfScan(observation, zone)?.time ?? null,
    place: placeName(observation.place),
    carrierText: unnamedText(description, status, names),
    reason,
  };
}

/** A place without its postcode; null where nothing is told. */
export function placeName(place: PlaceName | null): PlaceName | null {
  if (place === null) return null;
  const { city, region, country } = place;
  return city === null && region === null && country === null ? null : { city, region, country };
}
