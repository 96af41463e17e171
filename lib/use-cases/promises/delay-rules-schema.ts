import * as z from "zod";
import type { Thresholds } from "#lib/promise/delay/delay.ts";
import type { Budget } from "#lib/promise/gesture/budget.ts";
import type { UnitCosts } from "#lib/promise/gesture/cost-of.ts";
import type { Gesture, GestureRule } from "#lib/promise/gesture/gesture.ts";
import type { Desk } from "#lib/promise/remedy/due-at.ts";
import type { RemedyRules } from "#lib/promise/remedy/remedy.ts";
import { ruleShape } from "#lib/use-cases/rules/rule-shape.ts";

/** What a merchant set about delays. Money is in minor units of the merchant's currency. */
export type DelayRules = {
  readonly thresholds: Thresholds;
  /** The first that fits gives. */
  readonly gestures: readonly GestureRule[];
  readonly budget: Pick<Budget, "perOrderMinor" | "perMonthMinor">;
  readonly costs: UnitCosts;
  readonly remedies: RemedyRules;
  readonly desk: Pick<Desk, "closes" | "answerDays">;
};

const strict = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape, ruleShape);

const MOST_DAYS = 365;
const MOST_RULES = 50;
const money = z.int("must be whole minor units").min(0, "must not be negative");
const share = z.number().gt(0, "must be over 0").max(1, "must be at most 1");
const days = z.int("must be whole days").min(0).max(MOST_DAYS);
const text = z.string().trim().min(1, "must not be empty").max(80);

/** "May be later" from even odds, an apology when four of five such parcels are late. */
const thresholds = strict({
  atRisk: share.default(0.5),
  nearlySure: share.default(0.8),
  lost: share.default(0.5),
  lostDaysAfterPromise: days.default(21),
})
  .refine(({ atRisk, nearlySure }) => atRisk <= nearlySure, {
    error: "an apology cannot come before the calm notice",
    path: ["nearlySure"],
  })
  .prefault({});

const on = z.enum(["this_order", "next_order"]);
/** Reads a stored gesture. */
export const gestureSchema: z.ZodType<Gesture> = z.discriminatedUnion("kind", [
  strict({ kind: z.literal("shipping_refund") }),
  strict({ kind: z.literal("percent_off"), percent: z.number().gt(0).max(100), on }),
  strict({ kind: z.literal("amount_off"), amountMinor: money.min(1), on }),
  strict({ kind: z.literal("points"), points: z.int().min(1) }),
  strict({ kind: z.literal("free_express") }),
]);

const when = strict({
  daysLateAtLeast: days.nullable().default(null),
  severityAtLeast: z.literal([1, 2, 3]).nullable().default(null),
  orderValueAtLeastMinor: money.nullable().default(null),
  tiers: z.array(text).nullable().default(null),
  neededByMissed: z.boolean().nullable().default(null),
  occurrence: z.enum(["first", "again"]).nullable().default(null),
}).prefault({});

const gestures = z
  .array(strict({ id: text, name: text, when, give: gestureSchema }))
  .max(MOST_RULES)
  .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, "each rule needs an id of its own")
  .default([]);

const budget = strict({
  perOrderMinor: money.nullable().default(null),
  perMonthMinor: money.nullable().default(null),
}).prefault({});

/** Null until the merchant says it: what has no known cost fits no budget. */
const costs = strict({
  hundredPointsMinor: z.number().min(0).nullable().default(null),
  freeExpressMinor: money.nullable().default(null),
}).prefault({});

const offered = z.boolean().default(true);
/** Everything is offered; what costs the shop an order only from three days late on, or where the parcel will not come. */
const remedies = strict({
  offered: strict({
    wait: offered,
    pickup: offered,
    address: offered,
    reship: offered,
    refund: offered,
    person: offered,
  }).prefault({}),
  reshipFromDaysLate: days.default(3),
  refundFromDaysLate: days.default(3),
}).prefault({});

const answer = z.int().min(1).max(30).default(1);
const desk = strict({
  closes: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 17:00")
    .default("17:00"),
  answerDays: strict({ pickup: answer, address: answer, reship: answer, refund: answer, person: answer }).prefault({}),
}).prefault({});

/** Reads stored rules; what was never set has its default. */
export const delayRulesSchema: z.ZodType<DelayRules> = strict({
  thresholds,
  gestures,
  budget,
  costs,
  remedies,
  desk,
});
