import type { CarrierError } from "#lib/carriers/carrier.ts";
import { errorOfStatus, type Reply } from "#lib/carriers/http.ts";
import type { Verdict } from "#lib/carriers/tracked.ts";

/** The code of a number that AfterShip was given before. */
export const TAKEN_ALREADY = "4003";

type Known = "not_found" | CarrierError["kind"];

/**
 * `meta.code`. A number that AfterShip was never given has no news yet; 4012 is a number of which it cannot tell the carrier. Source: AfterShip Tracking API, errors.
 */
const CODES: ReadonlyMap<string, Known> = new Map<string, Known>([
  ["404", "not_found"],
  ["4004", "not_found"],
  ["4005", "invalid_number"],
  ["4012", "invalid_number"],
  ["4017", "invalid_number"],
]);

/** What `meta.code` means: an HTTP status or one of AfterShip's own; null for success and for what is neither. */
export function verdictOf(code: string | null): Verdict | null {
  if (code === null || !/^([345]\d\d|40\d\d)$/.test(code)) return null;
  const kind = CODES.get(code) ?? kindOfStatus(code);
  return kind === "not_found" ? kind : { kind, message: `AfterShip declined (${code})`, retryAfterMs: null };
}

/** AfterShip's own codes, of four digits, all say that it declined. */
function kindOfStatus(code: string): CarrierError["kind"] {
  const status = Number(code);
  return (status < 600 ? errorOfStatus({ status, headers: new Headers() }) : null)?.kind ?? "rejected";
}

const LONGEST_MS = 86_400_000;

/** How long a spent quota lasts in milliseconds: AfterShip names the second (since 1970) at which it begins anew. */
export function untilReset(headers: Reply["headers"], nowMs: number): number | null {
  const text = headers.get("x-ratelimit-reset");
  if (text === null || !/^\d{10}$/.test(text)) return null;
  return Math.min(Math.max(Number(text) * 1_000 - nowMs, 0), LONGEST_MS);
}
