import type { Route } from "#lib/promise/arrival/route-model.ts";
import { shopNetworks, shopRoute } from "#lib/promise/arrival/shop-terms.ts";

/** What a shop knows of where a parcel goes and how. */
export type ParcelWay = {
  readonly carrier: string;
  readonly shippingMethod: string | null;
  readonly shipCountry: string | null;
  readonly shipPostcode: string | null;
};

/** How the estimate tells parcels apart. Where they come from is not known: a shop has no address here. */
export function parcelRoute(way: ParcelWay): { readonly route: Route; readonly networks: readonly string[] } {
  const known = {
    carrier: way.carrier,
    service: way.shippingMethod,
    warehouse: null,
    fromCountry: null,
    fromPostcode: null,
    toCountry: way.shipCountry?.trim().toUpperCase() || null,
    toPostcode: way.shipPostcode,
    km: null,
  };
  return { route: shopRoute(known), networks: shopNetworks(known) };
}
