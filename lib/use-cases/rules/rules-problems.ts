import type * as z from "zod";
import type { RulesKind } from "#db/queries/rules.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { delayRulesSchema } from "#lib/use-cases/promises/delay-rules-schema.ts";
import { readPromiseRules } from "#lib/use-cases/promises/promise-rules-schema.ts";
import { recommendRulesSchema } from "#lib/use-cases/recommend/recommend-rules-schema.ts";

/** What is wrong with rules of a kind, a sentence with its place each; empty where they can be read. */
export function rulesProblems(kind: RulesKind, given: unknown): readonly string[] {
  switch (kind) {
    case "promise": {
      const read = readPromiseRules(given);
      return read.ok ? [] : read.error;
    }
    case "delay":
      return problemsBy(delayRulesSchema, given);
    case "recommend":
      return problemsBy(recommendRulesSchema, given);
    default:
      return assertNever(kind);
  }
}

function problemsBy(schema: z.ZodType, given: unknown): readonly string[] {
  const read = schema.safeParse(given);
  return read.success ? [] : read.error.issues.map(lineOf);
}

function lineOf({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? `The rules: ${message}` : `${path.join(".")}: ${message}`;
}
