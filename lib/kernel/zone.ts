import { Temporal } from "temporal-polyfill";

/** Whether this runtime knows the IANA time zone. */
export function isZone(name: string): boolean {
  try {
    return (
      /^[A-Za-z]/.test(name) && Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId !== ""
    );
  } catch {
    return false;
  }
}
