import { z } from "zod";
import { type Case, caseOf } from "#lib/recommend/choose/held-back.ts";
import { orderLogOf } from "#lib/recommend/learn/order-log.ts";
import { numberer } from "./numberer.ts";
import type { Experiment, Protocol } from "./shop-data.ts";

/** What a basket leaves of its freshness with each later one: these files know no dates, only an order. */
const FRESHNESS = 0.05;

const code = z.union([z.number(), z.string()]);
const baskets = z.record(z.string(), z.array(z.array(code)));
const fold = z.object({ train: z.array(code), test: z.array(code) });

/**
 * `{user: [[item, ...], ...]}` in time order. The target is a test user's last basket; without a fold file everybody's. With
 * a fold, statistics use the train users' whole sequences and the others' histories; strict ones, and those without a fold,
 * use histories only.
 */
export function readBaskets(text: string, foldText: string | null, { task, strict }: Protocol): Experiment {
  const users = Object.entries(baskets.parse(JSON.parse(text)));
  const parts = foldText === null ? null : fold.parse(JSON.parse(foldText));
  const tested = parts === null ? null : new Set(parts.test.map(String));
  const whole = new Set(strict || parts === null ? [] : parts.train.map(String));
  const number = numberer();
  const sequences = users.map(([user, orders]) => ({
    user,
    orders: orders.filter((order) => order.length > 0).map((order) => order.map((item) => number.of(String(item)))),
  }));
  const cases: Case[] = [];
  for (const { user, orders } of sequences) {
    const last = tested === null || tested.has(user) ? orders.at(-1) : undefined;
    const found = last === undefined || orders.length < 2 ? null : caseOf(orders.slice(0, -1), last, task);
    if (found !== null) cases.push(found);
  }
  const shoppers = sequences.map(({ user, orders }) =>
    (whole.has(user) ? orders : orders.slice(0, -1)).map((products, at) => ({
      products,
      freshness: FRESHNESS ** (orders.length - 1 - at),
    })),
  );
  const mayAsk = (at: number) => whole.size === 0 || whole.has(sequences[at]?.user ?? "");
  return { log: orderLogOf(number.count(), shoppers), cases, mayAsk, returns: null };
}
