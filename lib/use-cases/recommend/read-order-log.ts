import type { Tx } from "#db/client.ts";
import {
  type GuestOrders,
  type LearningMark,
  learnableCounts,
  ordersOfGuests,
  ordersOfShoppers,
  type ShopperOrders,
} from "#db/queries/recommend-log.ts";
import type { ProductId } from "#lib/kernel/ids.ts";
import { freshnessOf } from "#lib/recommend/learn/freshness.ts";
import { gapCollector } from "#lib/recommend/learn/gap-collector.ts";
import { type OrderLog, orderLogBuilder } from "#lib/recommend/learn/order-log.ts";
import type { LearningRun } from "./learning-run.ts";
import { type DatedOrder, ordersIn } from "./orders-text.ts";

/** So many shoppers or guests' orders at a time: a page is small enough to stand in memory as objects. */
const PAGE = 2_000;

/** All that a shop's orders say: the log, and how usual it is to buy a product again. */
export type ReadOrders = { readonly log: OrderLog; readonly usualGapDays: readonly (number | null)[] };

/** Reads a merchant's orders until a mark, page by page, into typed arrays. */
export async function readOrderLog(
  run: LearningRun,
  numbers: ReadonlyMap<ProductId, number>,
  mark: LearningMark,
): Promise<ReadOrders> {
  const builder = orderLogBuilder(numbers.size);
  const gaps = gapCollector();
  const take = (orders: readonly DatedOrder[]) => {
    gaps.add(orders);
    builder.add(orders.map(({ day, products }) => ({ products, freshness: freshnessOf(mark.day - day) })));
  };
  for await (const text of orderTexts(run, mark)) take(ordersIn(text, numbers));
  return { log: builder.log(), usualGapDays: gaps.usual(numbers.size) };
}

/** The text of every shopper's orders, then of every order of which the shopper is not known. */
async function* orderTexts({ merchantId, step }: LearningRun, { until }: LearningMark): AsyncGenerator<string> {
  const start = { phase: "reading", done: 0, total: 0 } as const;
  const { shoppers, guests } = await step(start, (tx) => learnableCounts(tx, { merchantId, until }));
  let done = 0;
  const read = <Row>(page: (tx: Tx) => Promise<readonly Row[]>) =>
    step({ phase: "reading", done, total: shoppers + guests }, page);
  const asked = { merchantId, limit: PAGE, until };
  const ofShoppers = pages<ShopperOrders>((last) =>
    read((tx) => ordersOfShoppers(tx, { ...asked, after: last?.id ?? null })),
  );
  const ofGuests = pages<GuestOrders>((after) => read((tx) => ordersOfGuests(tx, { ...asked, after })));
  for (const all of [ofShoppers, ofGuests]) {
    for await (const rows of all) {
      for (const { orders } of rows) if (orders !== null) yield orders;
      done += rows.length;
    }
  }
}

/** Page after page, each asked for with the last row of the one before, until one is not full. */
async function* pages<Row>(read: (last: Row | null) => Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  let last: Row | null = null;
  for (;;) {
    const rows: readonly Row[] = await read(last);
    yield rows;
    last = rows.at(-1) ?? null;
    if (rows.length < PAGE) return;
  }
}
