import type * as z from "zod";
import type { RulesKind } from "#db/queries/rules.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { delayRulesSchema } from "./delay-rules-schema.ts";
import { readPromiseRules } from "./promise-rules-schema.ts";

/** What is wrong with rules of a kind, a sentence with its place each; empty where they can be read. */
export function rulesProblems(kind: RulesKind, given: unknown): readonly string[] {
  switch (kind) {
    case "promise": {
      const read = readPromiseRules(given);
      return read.ok ? [] : read.error;
    }
    case "delay": {
      const read = delayRulesSchema.safeParse(given);
      return read.success ? [] : read.error.issues.map(lineOf);
    }
    default:
      return assertNever(kind);
  }
}

function lineOf({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? `The rules: ${message}` : `${path.join(".")}: ${message}`;
}
