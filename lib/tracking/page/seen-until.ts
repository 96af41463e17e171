import { Temporal } from "temporal-polyfill";
import { dayOfInstant } from "./local-times.ts";

/** The delivery scans of an evening come in during the night: until six in the morning the day before proves nothing. */
export const SCANS_COME_IN_MS = 6 * 3_600_000;

/**
 * The last day, in `zone`, of which a carrier's answer at the instant `checkedAt` (ISO 8601) tells whether a parcel had
 * arrived on the days before; null where it never answered.
 */
export function seenUntilDay(checkedAt: string | null, zone: string): string | null {
  if (checkedAt === null) return null;
  return dayOfInstant(Temporal.Instant.from(checkedAt).subtract({ milliseconds: SCANS_COME_IN_MS }).toString(), zone);
}
