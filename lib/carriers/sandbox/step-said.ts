import type { Played, PlayedEvent } from "./played.ts";
import type { Step } from "./script.ts";

/** What an aggregator takes a scan to say: a note repeats what was the case when it was made. */
export function stepSaid(event: PlayedEvent, { events }: Pick<Played, "events">): Step {
  if (event.step !== "note") return event.step;
  return events.slice(events.indexOf(event) + 1).find(({ step }) => step !== "note")?.step ?? "label";
}

/** A scan, with the parcel that it belongs to. */
type ScanOf = { readonly event: PlayedEvent; readonly of: Played };

/** All scans that an aggregator has of a number, newest first: those of the parcel that had it before come last. */
export function allScans(played: Played | null): readonly ScanOf[] {
  if (played === null) return [];
  return [...played.events.map((event) => ({ event, of: played })), ...allScans(played.earlier)];
}
