import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { kilometresBetween } from "#lib/map/kilometres-between.ts";
import { middleOf } from "./middle-of.ts";

/** One order of the Olist files with one seller and one parcel. Moments are days since 1970-01-01 with a fraction. */
export type OlistOrder = {
  readonly id: string;
  readonly month: string;
  readonly purchasedAt: number;
  readonly handedOverAt: number;
  readonly deliveredAt: number | null;
  /** The day promised, stored as its midnight. */
  readonly promisedOn: number;
  readonly customerZip: string;
  readonly customerState: string;
  readonly sellerId: string;
  readonly sellerZip: string;
  readonly sellerState: string;
  readonly km: number;
};

type Row = Readonly<Record<string, string>>;

/** The orders that were handed to the carrier, by hand-over. `folder` holds Olist's own files. */
export function olistOrders(folder: string): readonly OlistOrder[] {
  const read = (name: string): readonly Row[] =>
    parse<Row>(readFileSync(join(folder, `olist_${name}_dataset.csv`)), { columns: true, bom: true });
  const customers = new Map(read("customers").map((row) => [row.customer_id, row]));
  const sellers = new Map(read("sellers").map((row) => [row.seller_id, row]));
  const firstSellers = new Map<string, string>();
  for (const { order_id: id = "", seller_id: seller = "" } of read("order_items")) {
    if (!firstSellers.has(id)) firstSellers.set(id, seller);
  }
  const places = placesOf(read("geolocation"));
  return read("orders")
    .flatMap((row) => {
      const customer = customers.get(row.customer_id ?? "");
      const seller = sellers.get(firstSellers.get(row.order_id ?? "") ?? "");
      return customer === undefined || seller === undefined ? [] : (orderOf(row, customer, seller, places) ?? []);
    })
    .sort((one, other) => one.handedOverAt - other.handedOverAt);
}

function orderOf(row: Row, customer: Row, seller: Row, places: Places): OlistOrder | null {
  const handedOverAt = moment(row.order_delivered_carrier_date);
  const purchasedAt = moment(row.order_purchase_timestamp);
  const promisedOn = moment(row.order_estimated_delivery_date);
  const delivered = row.order_status === "delivered";
  const deliveredAt = delivered ? moment(row.order_delivered_customer_date) : null;
  if (handedOverAt === null || purchasedAt === null || promisedOn === null) return null;
  if (delivered ? deliveredAt === null : row.order_status !== "shipped") return null;
  const to = { zip: customer.customer_zip_code_prefix ?? "", state: customer.customer_state ?? "" };
  const from = { zip: seller.seller_zip_code_prefix ?? "", state: seller.seller_state ?? "" };
  return {
    id: row.order_id ?? "",
    month: (row.order_purchase_timestamp ?? "").slice(0, 7),
    purchasedAt,
    handedOverAt,
    deliveredAt,
    promisedOn: Math.floor(promisedOn),
    customerZip: to.zip,
    customerState: to.state,
    sellerId: seller.seller_id ?? "",
    sellerZip: from.zip,
    sellerState: from.state,
    km: kilometres(places, from, to),
  };
}

type Area = { readonly zip: string; readonly state: string };
type Spot = { readonly lon: number; readonly lat: number };
type Places = ReadonlyMap<string, Spot>;

/** The middle of every five-digit zip, of every three-digit region and of every state. */
function placesOf(rows: readonly Row[]): Places {
  const spots = new Map<string, Spot[]>();
  for (const row of rows) {
    const zip = row.geolocation_zip_code_prefix ?? "";
    const spot = { lon: Number(row.geolocation_lng), lat: Number(row.geolocation_lat) };
    for (const area of [zip, zip.slice(0, 3), row.geolocation_state ?? ""]) {
      const known = spots.get(area);
      if (known === undefined) spots.set(area, [spot]);
      else known.push(spot);
    }
  }
  return new Map(
    [...spots].map(([area, all]) => [
      area,
      { lon: middleOf(all.map(({ lon }) => lon)), lat: middleOf(all.map(({ lat }) => lat)) },
    ]),
  );
}

function kilometres(places: Places, from: Area, to: Area): number {
  const spotOf = ({ zip, state }: Area): Spot | undefined =>
    places.get(zip) ?? places.get(zip.slice(0, 3)) ?? places.get(state);
  const [one, other] = [spotOf(from), spotOf(to)];
  return one === undefined || other === undefined ? 500 : kilometresBetween(one, other);
}

/** `2017-07-09 21:57:05` in days since 1970-01-01, by the clock on the wall. */
function moment(text: string | undefined): number | null {
  if (text === undefined || text === "") return null;
  const at = Date.parse(`${text.replace(" ", "T")}Z`);
  return Number.isNaN(at) ? null : at / 86_400_000;
}
