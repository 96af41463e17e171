import type { Route, RouteTerms } from "./route-model.ts";

/** What a shop knows of a parcel's way; null or empty where it does not. Countries are ISO 3166 codes of two letters. */
export type ShopWay = {
  readonly carrier: string | null;
  /** The carrier's service or the shop's shipping method, as words. */
  readonly service: string | null;
  readonly warehouse: string | null;
  readonly fromCountry: string | null;
  readonly fromPostcode: string | null;
  readonly toCountry: string | null;
  readonly toPostcode: string | null;
  readonly km: number | null;
};

/**
 * What a shop's parcels are told apart by, and what is believed of them before any has arrived: a parcel to a place 500 km
 * away takes about three delivery days, across a border four more, express half as long. Judgement, not measured. The
 * penalties and numbers of parcels are those that did well on 14 months of a marketplace's orders (docs/arrival.md).
 */
export const SHOP_TERMS: RouteTerms = {
  intercept: { prior: -0.18, penalty: 3 },
  numerics: [
    { name: "logKm", penalty: 1, prior: 0.25, usual: Math.log(530) },
    { name: "km", penalty: 1, prior: 0, usual: 0.5 },
    { name: "sameArea", penalty: 1, prior: 0, usual: 0 },
    { name: "abroad", penalty: 1, prior: 0.6, usual: 0 },
    { name: "express", penalty: 1, prior: -0.5, usual: 0 },
    { name: "economy", penalty: 1, prior: 0.3, usual: 0 },
  ],
  levels: [
    { name: "carrier", penalty: 10, least: 1 },
    { name: "service", penalty: 10, least: 3 },
    { name: "warehouse", penalty: 20, least: 4 },
    { name: "lane", penalty: 20, least: 5 },
    { name: "zip2", penalty: 20, least: 5 },
    { name: "zip3", penalty: 30, least: 5 },
  ],
};

const EXPRESS =
  /express|overnight|next[\s-]?day|same[\s-]?day|priority|1[\s-]?day|\b(?:24|48)\b|expr[eé]s|eilt|urgent/i;
const ECONOMY = /economy|saver|slow|ground advantage|media mail|surface|sea\b|untracked|eco\b|budget/i;

/** A parcel's route in the order of `SHOP_TERMS`. */
export function shopRoute(way: ShopWay): Route {
  const { carrier, km, warehouse, fromCountry, toCountry } = way;
  const service = way.service?.trim().toLowerCase() || null;
  const [from3, to3] = [zipArea(fromCountry, way.fromPostcode, 3), zipArea(toCountry, way.toPostcode, 3)];
  const abroad = fromCountry === null || toCountry === null ? null : Number(fromCountry !== toCountry);
  return {
    numerics: [
      km === null ? null : Math.log(km + 30),
      km === null ? null : km / 1000,
      from3 === null || to3 === null ? null : Number(from3 === to3),
      abroad,
      Number(service !== null && EXPRESS.test(service)),
      Number(service !== null && ECONOMY.test(service)),
    ],
    levels: [
      carrier,
      service === null ? null : `${carrier ?? ""} ${service}`,
      warehouse,
      fromCountry === null || toCountry === null ? null : `${fromCountry}>${toCountry}`,
      zipArea(toCountry, way.toPostcode, 2),
      to3,
    ],
  };
}

/** The networks that carry it, the widest first: its carrier, the carrier on that lane, there the first signs of the zip. */
export function shopNetworks({ carrier, fromCountry, toCountry, toPostcode }: ShopWay): readonly string[] {
  const name = carrier ?? "any";
  if (toCountry === null) return [name];
  const areas = [zipArea(toCountry, toPostcode, 1), zipArea(toCountry, toPostcode, 2)].filter((area) => area !== null);
  return [name, ...[toCountry, ...areas].map((area) => `${name} ${fromCountry ?? ""}>${area}`)];
}

function zipArea(country: string | null, postcode: string | null, signs: number): string | null {
  const zip = postcode?.replaceAll(/[^\p{L}\p{N}]/gu, "").toUpperCase() ?? "";
  return country === null || zip.length < signs ? null : `${country} ${zip.slice(0, signs)}`;
}
