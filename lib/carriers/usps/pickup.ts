import { Temporal } from "temporal-polyfill";
import { waitsWhere } from "#lib/carriers/summary-parts.ts";
import { wallTime } from "#lib/tracking/carrier-time.ts";
import type { Pickup, Place, Reported, Said } from "#lib/tracking/observation.ts";
import { completedPickup, pickupAt } from "#lib/tracking/pickup.ts";
import type { UspsParcel } from "./schema.ts";

/** The Post Office of the scan that says that the parcel waits there: its town and ZIP code are all that USPS tells. */
export function pickupOfScan({ status }: Said, place: Place): Pickup | null {
  return status === "available_for_pickup" ? pickupAt(place) : null;
}

/** Where it waits now, and its last day there: the one before it goes back to the sender (`returnDateNotice`). */
export function pickupNow(parcel: UspsParcel, { status }: Said, scans: readonly Reported[]): Pickup | null {
  if (status !== "available_for_pickup") return null;
  return completedPickup(pickupAt({ until: dayBefore(parcel.returnDateNotice) }), waitsWhere(scans));
}

function dayBefore(text: string | null): string | null {
  const time = wallTime(text);
  return time === null ? null : Temporal.PlainDate.from(time.localTime.slice(0, 10)).subtract({ days: 1 }).toString();
}
