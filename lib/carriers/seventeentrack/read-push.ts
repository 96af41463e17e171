import type { Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, unreadableBody } from "#lib/carriers/http.ts";
import { judged } from "#lib/carriers/tracked.ts";
import { trackedOf } from "./read-reply.ts";
import { parcelSchema, pushSchema } from "./schema.ts";

/**
 * What a push says of its parcel. Empty for one that tells no news of it (17TRACK asks its carrier no longer); one
 * unreadable entry for what is no push. Pushes have no id of their own.
 */
export function readPush(body: string): readonly Tracked[] {
  const { event, data } = pushSchema.parse(jsonOf(body));
  const { data: parcel } = parcelSchema.safeParse(data);
  if (event === null || parcel === undefined) return [judged(null, unreadableBody(body))];
  if (parcel.track_info === null && parcel.track === null) return [];
  return [trackedOf(data) ?? judged(null, unreadableBody(body))];
}
