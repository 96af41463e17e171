import type { Route, RouteTerms } from "#lib/promise/arrival/route-model.ts";
import type { OlistOrder } from "./olist-orders.ts";

/** What Olist knows of a parcel's way: no carrier and no service, but states, zips and the distance. */
const NUMERICS: RouteTerms["numerics"] = [
  { name: "logKm", penalty: 1, prior: 0, usual: 6 },
  { name: "km", penalty: 1, prior: 0, usual: 0.5 },
  { name: "sameState", penalty: 1, prior: 0, usual: 0 },
  { name: "sameZip3", penalty: 1, prior: 0, usual: 0 },
];
const DESTINATION_LEVELS: RouteTerms["levels"] = [
  { name: "customerState", penalty: 10, least: 1 },
  { name: "sellerState", penalty: 10, least: 1 },
  { name: "lane", penalty: 20, least: 5 },
  { name: "zip2", penalty: 20, least: 5 },
  { name: "zip3", penalty: 30, least: 5 },
];
const ORIGIN_LEVELS: RouteTerms["levels"] = [
  { name: "sellerZip2", penalty: 20, least: 5 },
  { name: "sellerZip3", penalty: 30, least: 5 },
];

/** One way to learn from Olist: which terms, and which networks drift. A shorter list of levels reads the first ones only. */
export type OlistMethod = {
  readonly terms: RouteTerms;
  readonly networksOf: (order: OlistOrder) => readonly string[];
};

function termsWith(levels: RouteTerms["levels"]): RouteTerms {
  return { intercept: { prior: 0, penalty: 0.01 }, numerics: NUMERICS, levels };
}

/** What is measured: where a parcel starts and where it goes, and networks down to a lane into a part of a state. */
export const OLIST_METHOD: OlistMethod = {
  terms: termsWith([...DESTINATION_LEVELS, ...ORIGIN_LEVELS]),
  networksOf: (order) => [
    regionOf(order.customerState),
    order.customerState.toLowerCase(),
    `${order.sellerState}>${order.customerState}`,
    `${order.sellerState}>${order.customerZip.slice(0, 2)}`,
  ],
};

/** What it is compared with: zip regions at the destination only, and seven networks. */
export const COARSE_METHOD: OlistMethod = {
  terms: termsWith(DESTINATION_LEVELS),
  networksOf: ({ customerState }) => [regionOf(customerState)],
};

/** What it is compared with: each seller a level of its own, as a shop's warehouse would be. */
export const SELLER_METHOD: OlistMethod = {
  terms: termsWith([...DESTINATION_LEVELS, ...ORIGIN_LEVELS, { name: "seller", penalty: 20, least: 4 }]),
  networksOf: OLIST_METHOD.networksOf,
};

/** An order's route in the order of the terms. */
export function olistRoute(order: OlistOrder): Route {
  const sameState = order.customerState === order.sellerState;
  const sameZip3 = order.customerZip.slice(0, 3) === order.sellerZip.slice(0, 3);
  return {
    numerics: [Math.log(order.km + 30), order.km / 1000, sameState ? 1 : 0, sameZip3 ? 1 : 0],
    levels: [
      order.customerState,
      order.sellerState,
      `${order.sellerState}>${order.customerState}`,
      order.customerZip.slice(0, 2),
      order.customerZip.slice(0, 3),
      order.sellerZip.slice(0, 2),
      order.sellerZip.slice(0, 3),
      order.sellerId,
    ],
  };
}

/** Seven regions whose networks drift apart. */
function regionOf(state: string): string {
  if (state === "SP" || state === "MG") return state;
  if (state === "RJ" || state === "ES") return "RJ/ES";
  if (["PR", "SC", "RS"].includes(state)) return "S";
  if (["DF", "GO", "MT", "MS"].includes(state)) return "CO";
  return ["AC", "AM", "AP", "PA", "RO", "RR", "TO"].includes(state) ? "N" : "NE";
}

/** Brazil's national holidays and the days of Carnival and Corpus Christi in the years of the files. */
const HOLIDAYS = [2016, 2017, 2018].flatMap((year) =>
  ["01-01", "04-21", "05-01", "09-07", "10-12", "11-02", "11-15", "12-25"].map((day) => `${year}-${day}`),
);
const MOVING = [
  "2017-02-27",
  "2017-02-28",
  "2017-04-14",
  "2017-06-15",
  "2018-02-12",
  "2018-02-13",
  "2018-03-30",
  "2018-05-31",
];

export const OLIST_HOLIDAYS: readonly number[] = [...HOLIDAYS, ...MOVING].map(
  (day) => Date.parse(`${day}T00:00Z`) / 86_400_000,
);
