import type { CarrierError } from "#lib/carriers/carrier.ts";
import { errorOfStatus } from "#lib/carriers/http.ts";
import type { Verdict } from "#lib/carriers/tracked.ts";

type Known = "not_found" | CarrierError["kind"];

/**
 * `error.code`; those that begin with APIKEY are about the key. The creation of a tracker holds nothing but the number and its
 * carrier, so that what is wrong with it is wrong with them. Source: EasyPost API, errors.
 */
const CODES: ReadonlyMap<string, Known> = new Map<string, Known>([
  ["NOT_FOUND", "not_found"],
  ["TRACKER.NOT_FOUND", "not_found"],
  ["TRACKER.INVALID_TEST_CODE", "invalid_number"],
  ["TRACKER.NO_CARRIER_FOR_CODE", "invalid_number"],
  ["TRACKER.CARRIER_CODE_MISMATCH", "invalid_number"],
  ["TRACKER.CREATE.ERROR", "invalid_number"],
  ["UNAUTHORIZED", "credentials_refused"],
  ["USER.UNAUTHORIZED", "credentials_refused"],
  ["FORBIDDEN", "forbidden"],
  ["PAYMENT_REQUIRED", "forbidden"],
  ["RATE_LIMITED", "quota_spent"],
  ["RATE_LIMIT.EXCEEDED", "quota_spent"],
  ["TOO_MANY_REQUESTS", "quota_spent"],
  ["GATEWAY_TIMEOUT", "outage"],
  ["INTERNAL_SERVER_ERROR", "outage"],
  ["SERVICE_UNAVAILABLE", "outage"],
]);

/** What an error's code means; one that no table has, and an error without one, is that EasyPost declined. */
export function verdictOf(code: string | null): Verdict {
  const key = (code ?? "").toUpperCase();
  const known = CODES.get(key) ?? (key.startsWith("APIKEY.") ? "credentials_refused" : kindOfDigits(key)) ?? "rejected";
  if (known === "not_found") return known;
  const named = code !== null && /^[\w.-]{1,40}$/.test(code) ? ` (${code})` : "";
  return { kind: known, message: `EasyPost gave an error${named}`, retryAfterMs: null };
}

/** Gateways before the API write an HTTP status in the same place. */
function kindOfDigits(code: string): CarrierError["kind"] | undefined {
  if (!/^[345]\d\d$/.test(code)) return undefined;
  return errorOfStatus({ status: Number(code), headers: new Headers() })?.kind;
}
