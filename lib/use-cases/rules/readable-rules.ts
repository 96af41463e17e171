import type { RulesKind } from "#db/queries/rules.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type { PromiseRule } from "#lib/promise/promise-rule.ts";
import { type DelayRules, delayRulesSchema } from "#lib/use-cases/promises/delay-rules-schema.ts";
import { promiseRulesSchema } from "#lib/use-cases/promises/promise-rules-schema.ts";
import { type RecommendRules, recommendRulesSchema } from "#lib/use-cases/recommend/recommend-rules-schema.ts";

/** Rules of a kind, as they can be read. */
export type RulesOf = {
  readonly promise: readonly PromiseRule[];
  readonly delay: DelayRules;
  readonly recommend: RecommendRules;
};

/** Stored rules with every default; null for none. What cannot be read any more is shown as what is shipped, which then holds. */
export function readableRules<Kind extends RulesKind>(kind: Kind, stored: unknown): RulesOf[Kind] {
  return read(kind, stored) as RulesOf[Kind];
}

function read(kind: RulesKind, stored: unknown): RulesOf[RulesKind] {
  switch (kind) {
    case "promise":
      return promiseRulesSchema.safeParse(stored ?? []).data ?? [];
    case "delay":
      return delayRulesSchema.safeParse(stored ?? {}).data ?? delayRulesSchema.parse({});
    case "recommend":
      return recommendRulesSchema.safeParse(stored ?? {}).data ?? recommendRulesSchema.parse({});
    default:
      return assertNever(kind);
  }
}
