import "server-only";
import type { RulesKind } from "#db/queries/rules.ts";
import { type RulesOf, readableRules } from "#lib/use-cases/rules/readable-rules.ts";

/** All kinds of rules of a shop, each with its defaults; a kind that is left out is as it comes with Porchlight. */
export function shopRules(stored: Readonly<Partial<Record<RulesKind, unknown>>>): RulesOf {
  return {
    promise: readableRules("promise", stored.promise),
    delay: readableRules("delay", stored.delay),
    recommend: readableRules("recommend", stored.recommend),
  };
}
