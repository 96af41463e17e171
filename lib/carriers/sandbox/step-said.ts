import type { Played, PlayedEvent } from "./played.ts";
import type { Step } from "./script.ts";

/** What an aggregator takes a scan to say: a note repeats what was the case when it was made. */
export function stepSaid(event: PlayedEvent, { events }: Pick<Played, "events">): Step {
  if (event.step !== "note") return event.step;
  return events.slice(events.indexOf(event) + 1).find(({ step }) => step !== "note")?.step ?? "label";
}
