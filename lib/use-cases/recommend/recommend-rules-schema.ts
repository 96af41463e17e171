import * as z from "zod";
import type { Timing } from "#lib/recommend/gate/facts.ts";
import { ruleShape } from "#lib/use-cases/rules/rule-shape.ts";

/** Two products by SKU: who bought `from` is (or is never) shown `to`. */
export type SkuPair = { readonly from: string; readonly to: string };
/** One kind of thing: what the shop's own categories of these names hold, and these products whatever theirs is. */
export type CategoryGroup = {
  readonly name: string;
  readonly categories: readonly string[];
  readonly skus: readonly string[];
};

/** What a merchant set about recommendations. */
export type RecommendRules = {
  readonly timing: Timing;
  /** `given`: only who agreed to marketing sees any; `not_refused`: all but those who refused. */
  readonly consent: "given" | "not_refused";
  readonly pinned: readonly SkuPair[];
  readonly never: readonly SkuPair[];
  /** Never offered to anybody. */
  readonly excluded: readonly string[];
  readonly categories: readonly CategoryGroup[];
  /** The share of shoppers who see none, so that what the row brings can be measured. */
  readonly holdOut: number;
  /** A purchase counts for so many days after the row was offered. */
  readonly windowDays: number;
};

const MOST_PAIRS = 5_000;
const MOST_SKUS = 10_000;
const sku = z.string("must be a SKU").trim().min(1, "must not be empty").max(200);
const days = (least: number, most: number) =>
  z.int("must be whole days").min(least, `must be at least ${least}`).max(most, `must be at most ${most}`);
const pairs = z
  .array(
    z
      .strictObject({ from: sku, to: sku }, ruleShape)
      .refine(({ from, to }) => from !== to, "needs two different products"),
  )
  .max(MOST_PAIRS)
  .default([]);

const timing: z.ZodType<Timing> = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("after_delivery"), days: days(0, 90).default(0) }, ruleShape),
    z.strictObject({ kind: z.literal("unless_problem") }, ruleShape),
    z.strictObject({ kind: z.literal("off") }, ruleShape),
  ],
  "must have a kind: after_delivery, unless_problem or off",
);

const group = z.strictObject(
  {
    name: z.string().trim().min(1, "must not be empty").max(80),
    categories: z.array(z.string().trim().min(1, "must not be empty").max(200)).max(1_000).default([]),
    skus: z.array(sku).max(MOST_SKUS).default([]),
  },
  ruleShape,
);

/** Reads stored rules, and those that a merchant sends: what is left out has its default, what we do not know is refused. */
export const recommendRulesSchema: z.ZodType<RecommendRules> = z.strictObject(
  {
    timing: timing.prefault({ kind: "after_delivery", days: 0 }),
    consent: z.enum(["given", "not_refused"]).default("given"),
    pinned: pairs,
    never: pairs,
    excluded: z.array(sku).max(MOST_SKUS).default([]),
    categories: z.array(group).max(500).default([]),
    holdOut: z
      .number("must be a share from 0 to 0.5")
      .min(0, "must be at least 0")
      .max(0.5, "must be at most 0.5")
      .default(0.1),
    windowDays: days(1, 365).default(30),
  },
  ruleShape,
);
