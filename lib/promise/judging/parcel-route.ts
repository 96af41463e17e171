import type { Route } from "#lib/promise/arrival/route-model.ts";
import { shopNetworks, shopRoute } from "#lib/promise/arrival/shop-terms.ts";
import type { ParcelSeen } from "./parcel-seen.ts";

/** What a shop knows of where a parcel goes and how. */
export type ShippedWay = {
  readonly carrier: string;
  readonly shippingMethod: string | null;
  readonly shipCountry: string | null;
  readonly shipPostcode: string | null;
};

/** The same with where it comes from, which its first scan tells. */
export type ParcelWay = ShippedWay & Pick<ParcelSeen, "fromTown" | "fromCountry" | "km">;

/** How the estimate tells parcels apart: the town where the carrier takes them over stands for the shop's warehouse. */
export function parcelRoute(way: ParcelWay): { readonly route: Route; readonly networks: readonly string[] } {
  const known = {
    carrier: way.carrier,
    service: way.shippingMethod,
    warehouse: way.fromTown?.trim().toLowerCase() || null,
    fromCountry: way.fromCountry,
    fromPostcode: null,
    toCountry: way.shipCountry?.trim().toUpperCase() || null,
    toPostcode: way.shipPostcode,
    km: way.km,
  };
  return { route: shopRoute(known), networks: shopNetworks(known) };
}
