import { drawsOf } from "./draws.ts";
import type { PickupPoint, SandboxCarrier } from "./script.ts";

type Points = readonly [PickupPoint, ...PickupPoint[]];

const AMERICAN: Points = [
  point("Corner Pharmacy, 214 Linden Ave"),
  point("Harbor Print & Ship, 1180 Water St"),
  point("Sunrise Market, 57 Orchard Rd"),
  point("Main Street Hardware, 903 Main St"),
];

const EUROPEAN: Points = [
  point("Kiosk Central, 12 Station Road"),
  point("Papeterie Marta, 48 Market Street"),
  point("Copyshop Nova, 7 Mill Lane"),
];

/** FedEx has its parcels wait at its own counters. */
const FEDEX: Points = [
  point("FedEx Office, 415 State St"),
  point("FedEx OnSite, 88 Union St"),
  point("FedEx Office, 760 Grand Blvd"),
];

/**
 * Where a number's parcel waits when it is held for pick-up: always the same for the same number. What of it a carrier's
 * replies tell is for its dialect: USPS names no Post Office at all.
 */
export function pickupPointOf(carrier: SandboxCarrier, number: string): PickupPoint {
  const points = { ups: AMERICAN, fedex: FEDEX, usps: AMERICAN, dhl: EUROPEAN }[carrier];
  return drawsOf(`pickup ${carrier} ${number}`).pick(points);
}

const LOCKERS: Readonly<Record<SandboxCarrier, Points>> = {
  ups: [point("UPS Access Point Locker, 500 Station Plaza"), point("UPS Access Point Locker, 31 Market Sq")],
  fedex: [point("FedEx OnSite Locker, 88 Union St"), point("FedEx OnSite Locker, 1402 Cedar Ave")],
  usps: [point("USPS Parcel Locker, 5 Depot St"), point("USPS Parcel Locker, 640 Elm St")],
  dhl: [point("Packstation 145, 3 Station Road"), point("Packstation 207, 19 Harbor Lane")],
};

/** The carrier's locker where a number's parcel waits: always the same for the same number. */
export function lockerOf(carrier: SandboxCarrier, number: string): PickupPoint {
  return drawsOf(`locker ${carrier} ${number}`).pick(LOCKERS[carrier]);
}

function point(text: string): PickupPoint {
  const [name = "", street = ""] = text.split(", ");
  return { name, street };
}
