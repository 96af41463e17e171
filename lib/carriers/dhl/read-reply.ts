import type { Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, unreadableBody } from "#lib/carriers/http.ts";
import { judged, oncePerNumber, told } from "#lib/carriers/tracked.ts";
import { numberOf, verdictOf } from "./errors.ts";
import { reportOf } from "./map.ts";
import { type DhlEvent, problemSchema, replySchema, shipmentSchema } from "./schema.ts";

/**
 * What a body says, one entry a tracking number. Whatever the bytes, there is at least one entry; of two shipments under
 * one number the newer is told.
 */
export function readReply(body: string): readonly [Tracked, ...Tracked[]] {
  const json = jsonOf(body);
  const { shipments } = replySchema.parse(json);
  if (shipments === null) return [problemOf(json, body)];
  if (shipments.length === 0) return [judged(null, "not_found")];
  const [first, ...rest] = oncePerNumber(shipments.flatMap(reportsOf));
  return first === undefined ? [judged(null, unreadableBody(body))] : [first, ...rest];
}

function problemOf(json: unknown, body: string): Tracked {
  const { data: problem } = problemSchema.safeParse(json);
  const verdict = problem === undefined ? null : verdictOf(problem);
  if (problem === undefined || verdict === null) return judged(null, unreadableBody(body));
  return judged(verdict === "not_found" ? numberOf(problem) : null, verdict);
}

/** Nothing for what is no shipment of this API: DHL's other APIs list shipments too, without these fields. */
function reportsOf(raw: unknown): readonly Tracked[] {
  const { data: shipment } = shipmentSchema.safeParse(raw);
  if (shipment === undefined || !isUnified(raw) || (shipment.status ?? shipment.events) === null) return [];
  const events = shipment.events ?? [];
  const isOther = shipment.status === null && events.length > 0 && !events.some(tells);
  return isOther ? [] : [told(reportOf(shipment))];
}

function tells({ statusCode, status, timestamp }: DhlEvent): boolean {
  return (statusCode ?? status ?? timestamp) !== null;
}

function isUnified(raw: unknown): boolean {
  return typeof raw === "object" && raw !== null && ("id" in raw || "service" in raw);
}
