import type { Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, unreadable, unreadableBody } from "#lib/carriers/http.ts";
import { judged, oncePerNumber, told } from "#lib/carriers/tracked.ts";
import { isInvalid } from "./codes.ts";
import { INVALID, NOT_REGISTERED, TAKEN_ALREADY, verdictOf } from "./errors.ts";
import { reportOf } from "./map.ts";
import { parcelSchema, pushSchema, rejectedSchema, replySchema } from "./schema.ts";

/**
 * What a body says, one entry a tracking number, those that were accepted first: a reply about many, a push, or an error.
 * Whatever the bytes, there is at least one entry.
 */
export function readReply(body: string): readonly [Tracked, ...Tracked[]] {
  const json = jsonOf(body);
  const { accepted, rejected } = replySchema.parse(json).data;
  if (accepted === null && rejected === null) return [pushedOf(json) ?? failedOf(json, body)];
  const items = [...(accepted ?? []).map(trackedOf), ...(rejected ?? []).map(rejectedOf)];
  if (items.length === 0) return [failureIn(json) ?? judged(null, "not_found")];
  const [first, ...rest] = oncePerNumber(items.map((item) => item ?? NAMELESS));
  const isRead = first !== undefined && items.some((item) => item !== null);
  return isRead ? [first, ...rest] : [judged(null, unreadableBody(body))];
}

/** The numbers that 17TRACK does not know yet, as it writes them. */
export function unregisteredIn(body: string): readonly string[] {
  return declinedIn(body, NOT_REGISTERED);
}

/** The numbers that 17TRACK knew before it was given them, as it writes them. */
export function takenIn(body: string): readonly string[] {
  return declinedIn(body, TAKEN_ALREADY);
}

function declinedIn(body: string, code: string): readonly string[] {
  const { rejected } = replySchema.parse(jsonOf(body)).data;
  return (rejected ?? []).flatMap((item) => {
    const { data } = rejectedSchema.safeParse(item);
    return data?.number != null && data.error.code === code ? [data.number] : [];
  });
}

/** The entry of a number that was accepted; null for whatever is none. Without `track_info` it was taken just now. */
export function trackedOf(json: unknown): Tracked | null {
  const { data: parcel } = parcelSchema.safeParse(json);
  if (parcel === undefined) return null;
  const { number, track_info: info, track } = parcel;
  if (info === null && track !== null) return judged(number, unreadable("17TRACK answered in the form of version 1"));
  if (info === null) return number === null ? null : judged(number, "not_found");
  const report = reportOf(number, info);
  return !report.found && isInvalid(info.latest_status) ? judged(number, INVALID) : told(report);
}

/** An item of which not even the number can be read. */
const NAMELESS = judged(null, unreadable("An item of the reply could not be read"));

function rejectedOf(json: unknown): Tracked | null {
  const { data } = rejectedSchema.safeParse(json);
  const verdict = verdictOf(data?.error.code ?? null);
  if (data === undefined || (data.number === null && verdict === null)) return null;
  return judged(data.number, verdict ?? unreadable("The number was declined without a code"));
}

function pushedOf(json: unknown): Tracked | null {
  const { event, data } = pushSchema.parse(json);
  return event === null ? null : trackedOf(data);
}

function failedOf(json: unknown, body: string): Tracked {
  return failureIn(json) ?? judged(null, unreadableBody(body));
}

function failureIn(json: unknown): Tracked | null {
  const { code, data } = replySchema.parse(json);
  const codes = [...(data.errors ?? []).map((error) => error.code), code];
  const verdict = codes.map(verdictOf).find((known) => known !== null);
  return verdict === undefined ? null : judged(null, verdict);
}
