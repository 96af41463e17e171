import { isZone } from "#lib/kernel/zone.ts";
import type { Observation, Place } from "#lib/tracking/observation.ts";
import { orderObservations } from "#lib/tracking/order-observations.ts";
import type { Status } from "#lib/tracking/status.ts";
import { likelyZoneOf } from "#lib/tracking/zone-of.ts";
import type { OrderRecord } from "./tracking-page.ts";

/** A scan that tells one of these was made where the parcel goes. */
const AT_THE_END: ReadonlySet<Status | null> = new Set([
  "out_for_delivery",
  "attempt_failed",
  "available_for_pickup",
  "delivered",
]);

type ShipTo = Pick<OrderRecord, "shipCity" | "shipRegion" | "shipCountry">;

/** The time zone that an order goes to; the merchant's where country and region leave it open. */
export function orderZone(order: ShipTo, merchantZone: string): string {
  return shipToZone(order) ?? merchantZone;
}

/**
 * The time zone in which a parcel's promised and expected days are days: that of its scans at the door, else of where the
 * order goes, else of its newest scan in that country, else the merchant's.
 */
export function parcelZone(observations: readonly Observation[], order: ShipTo, merchantZone: string): string {
  const scans = orderObservations(observations).flatMap((scan) => {
    const zone = scan.kind === "scan" ? zoneAt(scan) : null;
    return zone === null ? [] : [{ zone, status: scan.status, country: codeOf(scan.place.country) }];
  });
  const country = codeOf(order.shipCountry);
  return (
    scans.findLast(({ status }) => AT_THE_END.has(status))?.zone ??
    shipToZone(order) ??
    scans.findLast((scan) => scan.country !== "" && scan.country === country)?.zone ??
    merchantZone
  );
}

function zoneAt({ zone, place, localTime }: Observation): string | null {
  return zone !== null && isZone(zone) ? zone : likelyZoneOf(place, localTime);
}

function shipToZone({ shipCity, shipRegion = null, shipCountry }: ShipTo): string | null {
  const place: Place = { city: shipCity, region: shipRegion, postalCode: null, country: shipCountry };
  return likelyZoneOf(place, null);
}

function codeOf(country: string | null): string {
  return country?.trim().toUpperCase() ?? "";
}
