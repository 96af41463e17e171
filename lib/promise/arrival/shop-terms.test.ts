import { expect, test } from "vitest";
import { routeCentre, routeReader } from "./route-centre.ts";
import { fittedRoutes } from "./route-model.ts";
import { SHOP_TERMS, type ShopWay, shopNetworks, shopRoute } from "./shop-terms.ts";

const way: ShopWay = {
  carrier: "ups",
  service: "Standard (2-4 business days)",
  warehouse: null,
  fromCountry: "GB",
  fromPostcode: "M1 1AE",
  toCountry: "GB",
  toPostcode: "sw1a 1aa",
  km: 260,
};
const nothing = { values: new Float64Array(), weights: new Float64Array(), towards: "median" as const };
const reader = routeReader(fittedRoutes(SHOP_TERMS, [], nothing));
const priorDays = (other: Partial<ShopWay>): number => Math.expm1(routeCentre(reader, shopRoute({ ...way, ...other })));

test("a new shop's parcels are believed to need two to four delivery days, express fewer, abroad more", () => {
  expect(priorDays({})).toBeGreaterThan(2);
  expect(priorDays({})).toBeLessThan(4);
  expect(priorDays({ service: "Express 24h" })).toBeLessThan(2);
  expect(priorDays({ service: "Economy" })).toBeGreaterThan(priorDays({}));
  expect(priorDays({ toCountry: "US", toPostcode: "10001", km: 5600 })).toBeGreaterThan(7);
  expect(priorDays({ km: null, carrier: null, service: null, toCountry: null, toPostcode: null })).toBeLessThan(4);
});

test("every term has its place in a route, and what is not known is null", () => {
  const unknown = shopRoute({
    carrier: null,
    service: " ",
    warehouse: null,
    fromCountry: null,
    fromPostcode: null,
    toCountry: null,
    toPostcode: null,
    km: null,
  });
  for (const route of [shopRoute(way), unknown]) {
    expect(route.numerics).toHaveLength(SHOP_TERMS.numerics.length);
    expect(route.levels).toHaveLength(SHOP_TERMS.levels.length);
  }
  expect(unknown.levels).toEqual(SHOP_TERMS.levels.map(() => null));
  expect(shopRoute(way).levels.slice(3)).toEqual(["GB>GB", "GB SW", "GB SW1"]);
});

test("a parcel's networks go from its carrier to its part of the country", () => {
  expect(shopNetworks(way)).toEqual(["ups", "ups GB>GB", "ups GB>GB S", "ups GB>GB SW"]);
  expect(shopNetworks({ ...way, toCountry: null })).toEqual(["ups"]);
});
