import { waitsWhere } from "#lib/carriers/summary-parts.ts";
import { NOWHERE, type Pickup, type Reported, type Said } from "#lib/tracking/observation.ts";
import { completedPickup, pickupAt } from "#lib/tracking/pickup.ts";
import { placeOf } from "./place-of.ts";
import type { DhlEvent, DhlShipment } from "./schema.ts";

type Waiting = Pick<DhlEvent, "location">;

/**
 * Where an event says that the parcel waits: only a place that DHL calls a service point, since any other may be the
 * receiver's door, written the same way ("Oderweg 2, AMSTERDAM").
 */
export function pickupOfScan(event: Waiting, { status }: Said): Pickup | null {
  if (status !== "available_for_pickup") return null;
  const name = shopOf(event.location.servicePoint);
  return name === null ? null : pickupAt({ ...placeOf(event), name, street: streetOf(event) });
}

/** Where it waits now. Of the destination only the service point's name is read. DHL tells neither hours nor a last day. */
export function pickupNow(shipment: DhlShipment, said: Said, scans: readonly Reported[]): Pickup | null {
  if (said.status !== "available_for_pickup") return null;
  const own = shipment.status === null ? null : pickupOfScan(shipment.status, said);
  const there = completedPickup(own, waitsWhere(scans));
  return there ?? pickupAt({ ...NOWHERE, name: shopOf(shipment.destination.servicePoint) });
}

/** DHL Express has its service areas in the same field. */
function shopOf({ label }: DhlEvent["location"]["servicePoint"]): string | null {
  return label === null || /\bservice area\b/i.test(label) ? null : label;
}

/** The street has a field of its own, or stands before the city. */
function streetOf({ location }: Waiting): string | null {
  const { streetAddress, addressLocality } = location.address;
  const before = addressLocality?.split(",").slice(0, -1) ?? [];
  return streetAddress ?? before.find((part) => /\d/.test(part))?.trim() ?? null;
}
