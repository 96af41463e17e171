import type { Draws } from "./draws.ts";
import { AMERICAN_REGIONS, EUROPEAN_REGIONS, OUTSIDE_EUROPE_REGIONS, OVERSEAS_REGIONS, type Region } from "./places.ts";
import type { SandboxCarrier, ScriptPlace } from "./script.ts";

/** The stops of a journey. `hub` is the carrier's own, `gateway` the centre where a parcel enters the country. */
export const STOPS = ["origin", "originCentre", "hub", "gateway", "centre", "destination"] as const;
export type Stop = (typeof STOPS)[number];
export type Route = Readonly<Record<Stop, ScriptPlace>>;

const HUBS: Readonly<Record<SandboxCarrier, ScriptPlace>> = {
  ups: american("Louisville", "KY", "40213", "America/Kentucky/Louisville"),
  fedex: american("Memphis", "TN", "38118", "America/Chicago"),
  usps: american("Indianapolis", "IN", "46241", "America/Indiana/Indianapolis"),
  dhl: { city: "Leipzig", region: null, postalCode: "04435", country: "DE", zone: "Europe/Berlin" },
};

const GATEWAY_TO_AMERICA = american("Philadelphia", "PA", "19153", "America/New_York");

/** Where a parcel comes from, passes and goes to: within the carrier's home, or into it from outside. */
export function routeOf(carrier: SandboxCarrier, abroad: boolean, draws: Draws): Route {
  const home = carrier === "dhl" ? EUROPEAN_REGIONS : AMERICAN_REGIONS;
  const outside = carrier === "dhl" ? OUTSIDE_EUROPE_REGIONS : OVERSEAS_REGIONS;
  const to = draws.pick(home);
  const from = abroad ? draws.pick(outside) : otherThan(to, home, draws);
  return {
    origin: from.town,
    originCentre: from.centre,
    hub: HUBS[carrier],
    gateway: carrier === "dhl" ? HUBS.dhl : GATEWAY_TO_AMERICA,
    centre: to.centre,
    destination: to.town,
  };
}

const EASTERN = /^America\/(New_York|Detroit|Kentucky|Indiana)/;

/** A zone on the same continent in which it is never the same time. */
export function strangeZone(zone: string): string {
  if (zone.startsWith("America/") || zone.startsWith("Pacific/")) {
    return EASTERN.test(zone) ? "America/Los_Angeles" : "America/New_York";
  }
  return zone === "Europe/Helsinki" ? "Europe/London" : "Europe/Helsinki";
}

function otherThan(region: Region, regions: readonly [Region, ...Region[]], draws: Draws): Region {
  const picked = draws.pick(regions);
  if (picked !== region) return picked;
  return regions[(regions.indexOf(picked) + 1) % regions.length] ?? regions[0];
}

function american(city: string, region: string, postalCode: string, zone: string): ScriptPlace {
  return { city, region, postalCode, country: "US", zone };
}
