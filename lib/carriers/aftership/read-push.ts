import { Temporal } from "temporal-polyfill";
import type { Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, unreadableBody } from "#lib/carriers/http.ts";
import { judged } from "#lib/carriers/tracked.ts";
import { trackedOf } from "./read-reply.ts";
import { pushSchema } from "./schema.ts";

/**
 * What a push says of its tracking: all of it, whatever the event is called. Empty for an event that carries none; one
 * unreadable entry for what is no event.
 */
export function readPush(body: string): readonly Tracked[] {
  const { event, event_id, msg } = pushSchema.parse(jsonOf(body));
  const tracked = trackedOf(msg);
  if (tracked !== null) return [tracked];
  return (event ?? event_id) === null ? [judged(null, unreadableBody(body))] : [];
}

/** The event's own id, the same in each of its deliveries; null where there is none. */
export function pushIdOf(body: string): string | null {
  return pushSchema.parse(jsonOf(body)).event_id;
}

/** When the event came about: `ts` is Unix seconds (AfterShip, webhook overview); null where it is none. */
export function pushedAt(body: string): string | null {
  const { ts } = pushSchema.parse(jsonOf(body));
  return ts !== null && /^\d{9,11}$/.test(ts)
    ? Temporal.Instant.fromEpochMilliseconds(Number(ts) * 1_000).toString()
    : null;
}
