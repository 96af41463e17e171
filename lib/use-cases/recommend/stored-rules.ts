import { type RecommendRules, recommendRulesSchema } from "./recommend-rules-schema.ts";

/**
 * A merchant's rules about recommendations; the defaults where it set none. What cannot be read any more may have been
 * what forbids something: then nothing is offered.
 */
export function storedRecommendRules(stored: unknown): RecommendRules {
  const read = recommendRulesSchema.safeParse(stored ?? {});
  return read.success ? read.data : recommendRulesSchema.parse({ timing: { kind: "off" } });
}
