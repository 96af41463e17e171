import { type SQL, sql } from "drizzle-orm";
import type { KeptBelief } from "#lib/promise/judging/expectation.ts";
import { isoUtc } from "./iso-utc.ts";

type Window = { readonly fromDay: string; readonly toDay: string };

/** One entry of what was promised; `saidAt` is an ISO instant. */
export type StoredPromise = Window & {
  readonly saidBy: "checkout" | "rule" | "carrier" | "merchant" | "learned";
  readonly saidAt: string;
  readonly reason: string | null;
};

/** What a parcel's last judging found. */
export type StoredJudgement = KeptBelief & {
  readonly isHandedOver: boolean;
  readonly arrivedOn: string | null;
  readonly triedOn: string | null;
  /** An ISO instant. */
  readonly newsAt: string | null;
};

type StoredDelay = {
  readonly level: "calm" | "apology";
  readonly cause: string;
  readonly reason: string | null;
  readonly responsible: string | null;
  readonly wasFrom: string | null;
  readonly wasTo: string | null;
  readonly isApologised: boolean;
  readonly isViewed: boolean;
  readonly solvedAt: string | null;
  readonly gesture: StoredGesture | null;
};

type StoredGesture = {
  readonly ruleId: string;
  /** As it was granted: read it through its schema. */
  readonly gesture: unknown;
  readonly costMinor: number;
  readonly currency: string;
  readonly code: string | null;
};

type StoredChoice = {
  readonly id: string;
  readonly remedy: "wait" | "pickup" | "address" | "reship" | "refund" | "person";
  readonly state: "waiting" | "accepted" | "done" | "declined";
  readonly chosenBy: "shopper" | "shop";
  readonly answer: string | null;
  readonly dueAt: string | null;
};

/** What went wrong with one parcel, or with what no parcel holds, and what became of it. */
export type StoredTrouble = {
  readonly delay: StoredDelay | null;
  /** The newest that was not taken back. */
  readonly choice: StoredChoice | null;
  /** What was promised for this parcel alone, oldest first. */
  readonly told: readonly StoredPromise[];
};

/** The rows of a statement as JSON. */
export const listOf = (rows: SQL): SQL => sql`(select coalesce(json_agg(r), '[]') from (${rows}) r)`;

const one = (row: SQL): SQL => sql`(select row_to_json(r) from (${row}) r)`;
const isOf = (column: SQL, shipment: SQL | null): SQL =>
  shipment === null ? sql`${column} is null` : sql`${column} = ${shipment}`;

/** What was promised for a parcel of order `o`, or with null for the whole of it. */
export function saidOf(shipment: SQL | null): SQL {
  return listOf(sql`
    select w.from_day as "fromDay", w.to_day as "toDay", w.said_by as "saidBy", ${isoUtc("said_at")} as "saidAt", w.reason
    from promises w
    where w.merchant_id = o.merchant_id and w.order_id = o.id and ${isOf(sql`w.shipment_id`, shipment)} order by w.said_at, w.id`);
}

/** What the last judging of parcel `s` found. */
export const judgement: SQL = one(sql`
  select e.from_day as "fromDay", e.to_day as "toDay", e.source, e.late, e.lost, e.late_needed as "lateNeeded",
    e.learned_from as "learnedFrom", e.learned_to as "learnedTo", e.learned_day as "learnedDay",
    e.silence_unusual as "silenceUnusual", e.handed_over_late as "handedOverLate",
    e.handed_over_at is not null as "isHandedOver", e.arrived_on as "arrivedOn", e.tried_on as "triedOn",
    (select ${isoUtc("news_at")} from tracking_states n where n.merchant_id = e.merchant_id and n.shipment_id = e.shipment_id) as "newsAt"
  from expectations e where e.merchant_id = s.merchant_id and e.shipment_id = s.id`);

const gesture = one(sql`
  select g.rule_id as "ruleId", g.gesture, g.cost_minor as "costMinor", g.currency, g.code
  from gestures g where g.merchant_id = d.merchant_id and g.delay_id = d.id`);

/** A `StoredTrouble` of a parcel of order `o`, or with null of what no parcel holds, as columns. */
export function troubleOf(shipment: SQL | null): SQL {
  const delay = one(sql`
    select d.level, d.cause, d.reason, d.responsible, d.was_from as "wasFrom", d.was_to as "wasTo", d.apologised_at is not null as "isApologised",
      d.viewed_at is not null as "isViewed", ${isoUtc("solved_at")} as "solvedAt", ${gesture} as gesture
    from delays d
    where d.merchant_id = o.merchant_id and d.order_id = o.id and ${isOf(sql`d.shipment_id`, shipment)}`);
  const choice = one(sql`
    select c.id, c.remedy, c.state, c.chosen_by as "chosenBy", c.answer, ${isoUtc("due_at")} as "dueAt" from remedies c
    where c.merchant_id = o.merchant_id and c.order_id = o.id and ${isOf(sql`c.shipment_id`, shipment)}
      and c.state <> 'taken_back' order by c.chosen_at desc limit 1`);
  const told = shipment === null ? sql`'[]'::json` : saidOf(shipment);
  return sql`${delay} as delay, ${choice} as choice, ${told} as told`;
}

/** The tier of the shopper of order `o`. */
export const tier: SQL = sql`(
  select a.tier from loyalty_accounts a where a.merchant_id = o.merchant_id and a.shopper_id = o.shopper_id)`;

/** What the merchant of order `o` has set about delays. */
export const delayRules: SQL = sql`(select x.rules from rules x where x.merchant_id = o.merchant_id and x.kind = 'delay')`;
