import { createHash } from "node:crypto";
import { z } from "zod";
import type { Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, unreadableBody } from "#lib/carriers/http.ts";
import { list, part, text } from "#lib/carriers/reading.ts";
import { judged } from "#lib/carriers/tracked.ts";
import { trackedOf } from "./read-reply.ts";

/** `payload` and `timestamp` are signed letter by letter, so they are taken as they came. */
const asItCame = z
  .union([z.string(), z.int().transform(String)])
  .nullable()
  .catch(null);
const envelopeSchema = part({
  subscriptionId: text,
  subscriptionType: text,
  timestamp: asItCame,
  payload: asItCame,
  challenge: asItCame,
});

/** What a pushed body holds around what it tells; null in each place where there is nothing. */
export function envelopeOf(body: string): z.output<typeof envelopeSchema> {
  return envelopeSchema.parse(jsonOf(body));
}

/**
 * What a pushed notification says of its parcel. Empty for the handshake and for subscriptions to something else; one
 * unreadable entry for what is no notification. Source: public clients of "Subscriptions - Tracking 3.2".
 */
export function readPush(body: string): readonly Tracked[] {
  const { subscriptionType, payload, challenge } = envelopeOf(body);
  if (payload === null) return challenge === null ? [judged(null, unreadableBody(body))] : [];
  if (subscriptionType !== null && !/^tracking\b/i.test(subscriptionType)) return [];
  const json = jsonOf(payload);
  const parcels = (list.parse(json) ?? [json]).map((item) => trackedOf(item, true)).filter((parcel) => parcel !== null);
  return parcels.length === 0 ? [judged(null, unreadableBody(payload))] : parcels;
}

/** USPS gives a delivery no id: what is signed is the same each time it is sent. Null for what is no notification. */
export function pushIdOf(body: string): string | null {
  const { subscriptionId, timestamp, payload } = envelopeOf(body);
  if (payload === null) return null;
  return createHash("sha256")
    .update(JSON.stringify([subscriptionId, timestamp, payload]))
    .digest("hex");
}
