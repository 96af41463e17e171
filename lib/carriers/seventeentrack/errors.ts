import type { CarrierError } from "#lib/carriers/carrier.ts";
import type { Verdict } from "#lib/carriers/tracked.ts";

type Known = "not_found" | CarrierError["kind"];

/** The code of a number that 17TRACK was given before. */
export const TAKEN_ALREADY = "-18019901";

/** The code of a number that 17TRACK has not been given yet. */
export const NOT_REGISTERED = "-18019902";

/**
 * 17TRACK's error codes. A number that is not registered yet, or without news, is "not found" for now; one of which it
 * cannot tell the carrier is invalid. Source: 17TRACK API v2.2, error status codes.
 */
const CODES: ReadonlyMap<string, Known> = new Map<string, Known>([
  ["-18010001", "forbidden"],
  ["-18010002", "credentials_refused"],
  ["-18010003", "outage"],
  ["-18010004", "forbidden"],
  ["-18010005", "credentials_refused"],
  ["-18010011", "invalid_number"],
  ["-18010012", "invalid_number"],
  [NOT_REGISTERED, "not_found"],
  ["-18019903", "invalid_number"],
  ["-18019907", "quota_spent"],
  ["-18019908", "quota_spent"],
  ["-18019909", "not_found"],
]);

/** What an error code means; one that no table has is that 17TRACK declined. Null for success and for what is no code of its own. */
export function verdictOf(code: string | null): Verdict | null {
  if (code === null || !/^-18\d{6}$/.test(code)) return null;
  const kind = CODES.get(code) ?? "rejected";
  return kind === "not_found" ? kind : { kind, message: `17TRACK declined (${code})`, retryAfterMs: null };
}

/** 17TRACK says that this can be nobody's number. */
export const INVALID: CarrierError = {
  kind: "invalid_number",
  message: "17TRACK does not take this as a parcel's number",
  retryAfterMs: null,
};
