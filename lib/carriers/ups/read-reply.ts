import type { Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, type Reply, unreadableBody } from "#lib/carriers/http.ts";
import { judged, oncePerNumber, type Verdict } from "#lib/carriers/tracked.ts";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import { failureOf } from "./errors.ts";
import { trackedOf } from "./map.ts";
import { trackingReply, type UpsShipment } from "./schema.ts";

/** Reads a body alone, whatever its bytes; at least one entry. */
export function readReply(body: string): readonly Tracked[] {
  const told = shipmentsIn(body, null);
  return told.ok ? oncePerNumber(trackedOf(told.value)) : [judged(null, told.error)];
}

/** Reads a reply, or a body alone: its shipments, at least one, or why there are none. */
export function shipmentsIn(body: string, reply: Reply | null): Result<readonly UpsShipment[], Verdict> {
  const json = jsonOf(body);
  const failure = failureOf(json, reply);
  if (failure !== null) return err(failure);
  const shipments = trackingReply.safeParse(json);
  return shipments.success ? ok(shipments.data) : err(unreadableBody(body));
}
