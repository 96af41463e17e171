import { waitsWhere } from "#lib/carriers/summary-parts.ts";
import { carrierTime, compactTime } from "#lib/tracking/carrier-time.ts";
import type { Pickup, Place, Reported, Said } from "#lib/tracking/observation.ts";
import { completedPickup, pickupAt } from "#lib/tracking/pickup.ts";
import type { UpsActivity, UpsPackage } from "./schema.ts";

/**
 * Where a scan says that the parcel waits: UPS's place of that scan. A street that UPS gives as one of the package's own
 * addresses is the shipper's or the shopper's, and no pick-up place.
 */
export function pickupOfScan(
  { location }: UpsActivity,
  { status }: Said,
  { place, parcel }: { readonly place: Place; readonly parcel: UpsPackage },
): Pickup | null {
  if (status !== "available_for_pickup") return null;
  const { addressLine1 } = location.address;
  const isOwn = parcel.packageAddress?.some(({ address }) => isSame(address.addressLine1, addressLine1)) ?? false;
  return pickupAt({ ...place, street: isOwn ? null : addressLine1 });
}

/** Where it waits now. UPS names the last day at an Access Point, and neither the shop's name nor its hours. */
export function pickupNow(parcel: UpsPackage, { status }: Said, scans: readonly Reported[]): Pickup | null {
  if (status !== "available_for_pickup") return null;
  const until = lastDayOf(parcel);
  const accessPoint = until === null ? null : pickupAt({ name: "UPS Access Point", until });
  return completedPickup(accessPoint, waitsWhere(scans));
}

/** The day until which the parcel waits at an Access Point. UPS's own sample has a word there. */
export function lastDayOf({ accessPointInformation }: UpsPackage): string | null {
  const { pickupByDate } = accessPointInformation;
  return (compactTime(pickupByDate) ?? carrierTime(pickupByDate))?.localTime.slice(0, 10) ?? null;
}

function isSame(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toUpperCase() === b.toUpperCase();
}
