import type { Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, unreadableBody } from "#lib/carriers/http.ts";
import { judged } from "#lib/carriers/tracked.ts";
import { trackedOf } from "./read-reply.ts";
import { eventSchema } from "./schema.ts";

/**
 * What a pushed event says of its tracker. Empty for an event about something else (batches, insurances ...); one
 * unreadable entry for what is no event.
 */
export function readPush(body: string): readonly Tracked[] {
  const { object, description, result } = eventSchema.parse(jsonOf(body));
  if (object !== "Event") return [judged(null, unreadableBody(body))];
  const tracked = trackedOf(result);
  if (description !== null && !description.startsWith("tracker.")) return [];
  return [tracked ?? judged(null, unreadableBody(body))];
}

/** The event's own id, the same in each of its deliveries; null where there is none. */
export function pushIdOf(body: string): string | null {
  return eventSchema.parse(jsonOf(body)).id;
}

/** When the event came about, as EasyPost says it (ISO); null where it does not. */
export function pushedAt(body: string): string | null {
  return eventSchema.parse(jsonOf(body)).created_at;
}
