import type { OrderOfPeriod } from "#db/queries/dry-run-parcels.ts";
import type { DelayRecord } from "#lib/promise/judging/delay-record.ts";
import { remediesFor } from "#lib/promise/remedy/remedies-for.ts";
import type { Remedy } from "#lib/promise/remedy/remedy.ts";
import type { ToldSum } from "#lib/promise/tried.ts";
import type { DelayRules } from "#lib/use-cases/promises/delay-rules-schema.ts";
import { type Giving, gesturesIn } from "./gestures-in.ts";
import type { JudgedMoment } from "./judged-moment.ts";

type Ground = {
  readonly sinceMs: number;
  readonly hasSupport: boolean;
  readonly monthOf: (ms: number) => string;
};

/** A parcel, or an order without one, with what really became of it. */
type Replayed = { readonly key: string; readonly order: OrderOfPeriod; readonly stored: DelayRecord | null };

/** What some rules come to so far, parcel by parcel: shoppers by their ids, and what may have been given. */
export type DelaySum = {
  readonly rules: DelayRules;
  readonly ground: Ground;
  readonly told: Set<string>;
  readonly sorry: Set<string>;
  readonly offered: Map<Remedy, Set<string>>;
  readonly givings: Giving[];
  readonly really: {
    readonly told: Set<string>;
    readonly sorry: Set<string>;
    readonly given: Map<string, OrderOfPeriod>;
  };
};

export function newDelaySum(rules: DelayRules, ground: Ground): DelaySum {
  const really = { told: new Set<string>(), sorry: new Set<string>(), given: new Map<string, OrderOfPeriod>() };
  return { rules, ground, told: new Set(), sorry: new Set(), offered: new Map(), givings: [], really };
}

/** One parcel more, with the moments at which its shopper would have been told something. */
export function noteReplayed(sum: DelaySum, { key, order, stored }: Replayed, moments: readonly JudgedMoment[]): void {
  const { sinceMs } = sum.ground;
  const shopper = order.shopperId ?? order.orderId;
  if (stored !== null && stored.beganMs >= sinceMs) sum.really.told.add(shopper);
  if (stored?.apologisedMs != null && stored.apologisedMs >= sinceMs) sum.really.sorry.add(shopper);
  if (order.given > 0) sum.really.given.set(order.orderId, order);
  for (const moment of moments)
    if (moment.ms >= sinceMs && moment.record.solvedMs === null) noteMoment(sum, { delayId: key, order, moment });
}

type Noted = { readonly delayId: string; readonly order: OrderOfPeriod; readonly moment: JudgedMoment };

function noteMoment({ rules, ground, ...sum }: DelaySum, { delayId, order, moment }: Noted): void {
  const shopper = order.shopperId ?? order.orderId;
  const { ms, delay } = moment;
  sum.told.add(shopper);
  for (const remedy of remediesFor({ ...moment, rules: rules.remedies, hasSupport: ground.hasSupport })) {
    const shoppers = sum.offered.get(remedy) ?? new Set();
    sum.offered.set(remedy, shoppers.add(shopper));
  }
  if (moment.record.level !== "apology") return;
  sum.sorry.add(shopper);
  if (rules.gestures.length > 0) sum.givings.push({ ms, delay, delayId, order, month: ground.monthOf(ms) });
}

/** Of a share of all parcels: a month's budget, and what it had paid for, count in the same share. */
export function toldSum(
  { rules, told, sorry, offered, givings }: DelaySum,
  { spent, share }: { readonly spent: ReadonlyMap<string, number>; readonly share: number },
): ToldSum {
  const { perOrderMinor, perMonthMinor } = rules.budget;
  const budget = { perOrderMinor, perMonthMinor: perMonthMinor === null ? null : Math.floor(perMonthMinor * share) };
  const before = new Map([...spent].map(([month, cost]) => [month, Math.floor(cost * share)]));
  const given = gesturesIn({ ...rules, budget }, { givings, spent: before });
  return {
    ...{ told: told.size, sorry: sorry.size, gestures: given.gestures, costMinor: given.costMinor, short: given.short },
    offered: Object.fromEntries([...offered].map(([remedy, shoppers]) => [remedy, shoppers.size])),
  };
}

/** What really happened to the same parcels. */
export function reallyTold({ really: { told, sorry, given } }: DelaySum): ToldSum {
  const orders = [...given.values()];
  return {
    ...{ told: told.size, sorry: sorry.size, short: null, offered: null },
    gestures: orders.reduce((sum, order) => sum + order.given, 0),
    costMinor: orders.reduce((sum, order) => sum + order.givenMinor, 0),
  };
}
