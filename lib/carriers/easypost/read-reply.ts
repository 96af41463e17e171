import type { Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, unreadableBody } from "#lib/carriers/http.ts";
import { judged, oncePerNumber, told } from "#lib/carriers/tracked.ts";
import { verdictOf } from "./errors.ts";
import { reportOf } from "./map.ts";
import { eventSchema, failureSchema, pageSchema, trackerSchema } from "./schema.ts";

/**
 * What a body says, one entry a tracking number: a tracker, a page of them, an event about one, or an error. Whatever the
 * bytes, there is at least one entry.
 */
export function readReply(body: string): readonly [Tracked, ...Tracked[]] {
  const json = subjectOf(jsonOf(body));
  const { trackers } = pageSchema.parse(json);
  if (trackers === null) return [trackedOf(json) ?? failedOf(json, body)];
  if (trackers.length === 0) return [judged(null, "not_found")];
  const [first, ...rest] = oncePerNumber(trackers.flatMap((tracker) => trackedOf(tracker) ?? []));
  return first === undefined ? [judged(null, unreadableBody(body))] : [first, ...rest];
}

/**
 * The entry of a tracker; null for whatever is none. A number and a status of these names others have, too: what does not call
 * itself a tracker has to hold scans.
 */
export function trackedOf(json: unknown): Tracked | null {
  const { data: tracker } = trackerSchema.safeParse(json);
  if (tracker === undefined || (tracker.object !== null && tracker.object !== "Tracker")) return null;
  const isNamed = tracker.tracking_code !== null && tracker.status !== null;
  const hasScans = tracker.tracking_details !== null;
  const isTracker = tracker.object === null ? isNamed && hasScans : isNamed || hasScans;
  return isTracker ? told(reportOf(tracker)) : null;
}

function subjectOf(json: unknown): unknown {
  const { object, result } = eventSchema.parse(json);
  return object === "Event" ? result : json;
}

function failedOf(json: unknown, body: string): Tracked {
  const { error } = failureSchema.parse(json);
  return judged(null, error === null ? unreadableBody(body) : verdictOf(error.code));
}
