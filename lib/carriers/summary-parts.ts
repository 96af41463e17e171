import type { CarrierTime } from "#lib/tracking/carrier-time.ts";
import { NOWHERE, type Pickup, type Reported, type Said } from "#lib/tracking/observation.ts";

/** When, to whom and where a parcel was handed over. */
export type Handover = Pick<Reported, "deliveredAt" | "signedBy" | "leftAt">;
export const NO_HANDOVER: Handover = { deliveredAt: null, signedBy: null, leftAt: null };

/** When and where the newest scan was, for the summary of a carrier that dates none of its own. */
export function whenAndWhere(newest: Reported | undefined): Pick<Reported, "localTime" | "instant" | "zone" | "place"> {
  const { localTime = null, instant = null, zone = null, place = NOWHERE } = newest ?? {};
  return { localTime, instant, zone, place };
}

/**
 * The time of the delivery where the parcel counts as delivered (null where no scan tells it); undefined where it does
 * not, which is also when it came back after a delivery or waits for the shopper. A newest scan whose code no table has is
 * what the carrier calls a delivery.
 */
export function deliveryScan(now: Said, scans: readonly Reported[]): CarrierTime | null | undefined {
  if (isOver(now) || now.status === "available_for_pickup" || now.status === "returning") return undefined;
  const last = scans.find(({ status }) => status === "delivered" || status === "returning" || status === "returned");
  if (last?.status === "delivered") return timeOf(last);
  if (now.status !== "delivered") return undefined;
  return scans[0]?.effect === "unknown" ? timeOf(scans[0]) : null;
}

function timeOf({ localTime, instant }: Reported): CarrierTime | null {
  return localTime === null ? null : { localTime, instant };
}

/** Where the newest scan that moved the parcel says that it waits; null where that one says something else. */
export function waitsWhere(scans: readonly Reported[]): Pickup | null {
  const last = scans.find(({ effect }) => effect === "moves");
  return last?.status === "available_for_pickup" ? last.pickup : null;
}

/** The parcel came to an end that is no delivery: nothing is expected any more. */
export function isOver({ status }: Said): boolean {
  return status === "returned" || status === "cancelled";
}
