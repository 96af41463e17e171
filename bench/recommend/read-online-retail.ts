import { type Case, caseOf } from "#lib/recommend/choose/held-back.ts";
import { freshnessOf } from "#lib/recommend/learn/freshness.ts";
import { orderLogOf } from "#lib/recommend/learn/order-log.ts";
import { numberer } from "./numberer.ts";
import { type RetailRow, retailRows } from "./retail-rows.ts";
import { returnCounts } from "./return-counts.ts";
import type { Experiment, Protocol } from "./shop-data.ts";

/** What comes later is asked; what is learned comes from before. */
const CUT = "2010-10-01";
/** A product in fewer orders is not asked about. */
const LEAST_ORDERS = 10;

/** An invoice: clean lines only. `id` is its number as a number. */
type Invoice = {
  readonly id: number;
  readonly day: string;
  readonly customer: string;
  readonly skus: Set<string>;
};

/**
 * The Online Retail II file, cut at 2010-10-01. Completion: the known products of a later invoice (2 to 60 of them, sorted),
 * the one at number mod size hidden. Otherwise: a customer's every later invoice, asked of the invoices before the cut.
 */
export async function readOnlineRetail(chunks: AsyncIterable<Uint8Array>, protocol: Protocol): Promise<Experiment> {
  const rows = await retailRows(chunks);
  const invoices = invoicesOf(rows);
  const before = invoices.filter(({ day }) => day < CUT);
  const number = numberer();
  const counts = new Map<string, number>();
  for (const { skus } of before) for (const sku of skus) counts.set(sku, (counts.get(sku) ?? 0) + 1);
  const least = protocol.task === "completion" ? LEAST_ORDERS : 1;
  const known = (skus: Iterable<string>) => [...skus].filter((sku) => (counts.get(sku) ?? 0) >= least).sort();
  const histories = new Map<string, { day: string; products: number[] }[]>();
  for (const { customer, id, day, skus } of before) {
    const shopper = customer === "" ? `guest ${id}` : customer;
    const orders = histories.get(shopper) ?? [];
    orders.push({ day, products: known(skus).map(number.of) });
    histories.set(shopper, orders);
  }
  const asked = { after: invoices.filter(({ day }) => day >= CUT), known, number, histories, protocol };
  const shoppers = [...histories.values()].map((orders) =>
    orders.map(({ day, products }) => ({ products, freshness: freshnessOf(daysBetween(day, CUT)) })),
  );
  const cases = protocol.task === "completion" ? completionCases(asked) : nextCases(asked);
  const log = orderLogOf(number.count(), shoppers);
  return { log, cases, mayAsk: () => true, returns: returnCounts(rows, { number, before: CUT }) };
}

type Asked = {
  readonly after: readonly Invoice[];
  readonly known: (skus: Iterable<string>) => string[];
  readonly number: ReturnType<typeof numberer>;
  readonly histories: ReadonlyMap<string, readonly { readonly products: readonly number[] }[]>;
  readonly protocol: Protocol;
};

function completionCases({ after, known, number }: Asked): Case[] {
  return after.flatMap(({ id, skus }) => {
    const given = known(skus);
    const hidden = given[id % given.length];
    if (given.length < 2 || given.length > 60 || hidden === undefined) return [];
    const rest = given.filter((sku) => sku !== hidden).map(number.of);
    return [{ history: [rest], target: new Set([number.of(hidden)]) }];
  });
}

function nextCases({ after, known, number, histories, protocol }: Asked): Case[] {
  return after.flatMap(({ customer, skus }) => {
    const history = histories.get(customer);
    if (history === undefined) return [];
    const asked = caseOf(
      history.map(({ products }) => products),
      known(skus).map(number.of),
      protocol.task,
    );
    return asked === null ? [] : [asked];
  });
}

function invoicesOf(rows: readonly RetailRow[]): readonly Invoice[] {
  const invoices = new Map<string, Invoice>();
  for (const { invoice, sku, quantity, at, price, customer } of rows) {
    if (!/^\d+$/.test(invoice) || quantity <= 0 || price <= 0 || !/^\d{5}/.test(sku)) continue;
    const known = invoices.get(invoice) ?? { id: Number(invoice), day: at.slice(0, 10), customer, skus: new Set() };
    known.skus.add(sku);
    invoices.set(invoice, known);
  }
  return [...invoices.values()].sort((a, b) => a.day.localeCompare(b.day) || a.id - b.id);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
