import type { Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, unreadableBody } from "#lib/carriers/http.ts";
import { judged, oncePerNumber, told } from "#lib/carriers/tracked.ts";
import { TAKEN_ALREADY, verdictOf } from "./errors.ts";
import { reportOf } from "./map.ts";
import { rawDataSchema, replySchema, trackingSchema } from "./schema.ts";

/**
 * What a body says, one entry a tracking number: a page of trackings, one of them, a push, or an error. Whatever the bytes,
 * there is at least one entry; of two trackings under one number the newer is told.
 */
export function readReply(body: string): readonly [Tracked, ...Tracked[]] {
  const json = jsonOf(body);
  const { meta, data } = replySchema.parse(json);
  const verdict = verdictOf(meta.code);
  if (verdict !== null) return [judged(null, verdict)];
  if (data.trackings === null) return [singleOf(json, data.tracking) ?? judged(null, unreadableBody(body))];
  if (data.trackings.length === 0) return [judged(null, "not_found")];
  const [first, ...rest] = oncePerNumber(data.trackings.flatMap((tracking) => trackedOf(tracking) ?? []));
  return first === undefined ? [judged(null, unreadableBody(body))] : [first, ...rest];
}

/** Whether AfterShip has never been given the number that it was asked about. */
export function isUnheardOf(body: string): boolean {
  const [first] = readReply(body);
  return first.trackingNumber === null && first.result.ok && !first.result.value.found;
}

/** Whether AfterShip declined a number because it has it already, as when two ask at the same time. */
export function isTakenAlready(body: string): boolean {
  return replySchema.parse(jsonOf(body)).meta.code === TAKEN_ALREADY;
}

/** The entry of a tracking; null for whatever is none: others have checkpoints, too, so that it has to have a number or a tag. */
export function trackedOf(json: unknown): Tracked | null {
  const { data: tracking } = trackingSchema.safeParse(json);
  if (tracking === undefined) return null;
  const { tracking_number, tag, checkpoints, checkpoint } = tracking;
  const parts = [tracking_number, tag, checkpoints ?? checkpoint].filter((part) => part !== null);
  return parts.length > 1 ? told(reportOf(tracking)) : null;
}

function singleOf(json: unknown, tracking: unknown): Tracked | null {
  const { data, msg } = rawDataSchema.parse(json);
  return trackedOf(tracking) ?? trackedOf(data) ?? trackedOf(msg);
}
