import type { Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, unreadableBody } from "#lib/carriers/http.ts";
import { judged, oncePerNumber } from "#lib/carriers/tracked.ts";
import { tells, trackedOf } from "./map.ts";
import { type FedexAnswered, type FedexResult, pushed, pushedResult, trackingReply } from "./schema.ts";

/**
 * What a push says of its parcels. FedEx describes it as the results of its Track API and shows none: they are read as a
 * whole reply, as what a reply holds, as one result, or as a list of any of these. One unreadable entry for anything else.
 */
export function readPush(body: string): readonly Tracked[] {
  const json = jsonOf(body);
  const answered = (Array.isArray(json) ? json.slice(0, MOST) : [json]).flatMap(answeredIn);
  return answered.length === 0 ? [judged(null, unreadableBody(body))] : oncePerNumber(trackedOf(answered));
}

/** A push is about one parcel, or a few. */
const MOST = 100;

function answeredIn(json: unknown): readonly FedexAnswered[] {
  const whole = trackingReply.parse(json).output.completeTrackResults;
  const { completeTrackResults, trackingNumber, trackResults } = pushed.parse(json);
  const answered = whole ?? completeTrackResults;
  if (answered !== null) return answered;
  if (trackingNumber !== null && trackResults !== null) return [{ trackingNumber, trackResults }];
  if (trackResults !== null) return trackResults.map(alone);
  const { data: result } = pushedResult.safeParse(json);
  return result !== undefined && tells(result) ? [alone(result)] : [];
}

function alone(result: FedexResult): FedexAnswered {
  return { trackingNumber: null, trackResults: [result] };
}
