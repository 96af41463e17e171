import type * as z from "zod";
import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findRules, type RulesKind, saveRules } from "#db/queries/rules.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { delayRulesSchema } from "#lib/use-cases/promises/delay-rules-schema.ts";
import { loadHolidays } from "#lib/use-cases/promises/load-holidays.ts";
import { holidayProblems, readPromiseRules } from "#lib/use-cases/promises/promise-rules-schema.ts";
import { recommendRulesSchema } from "#lib/use-cases/recommend/recommend-rules-schema.ts";
import { rulesProblems } from "./rules-problems.ts";

export type RulesToSet = {
  readonly merchantId: MerchantId;
  readonly kind: RulesKind;
  /** As a person or a program wrote them: they are checked here. */
  readonly rules: unknown;
  /** The version that they were made from: 0 for none. Left out, whatever is stored is replaced. */
  readonly expected?: number;
  readonly actor: string;
};

/**
 * Makes these the merchant's rules from now on: orders that are there keep what they were promised. Returns their version.
 * Throws AppError `invalid` with one line per problem, and `conflict` where somebody else changed them meanwhile.
 */
export async function setRules({ db }: { readonly db: Db }, input: RulesToSet): Promise<{ readonly version: number }> {
  const { merchantId, kind, actor } = input;
  const rules = await checkedRules(kind, input.rules);
  return withTenant(db, merchantId, async (tx) => {
    const before = await findRules(tx, { merchantId, kind });
    const isMoved = input.expected !== undefined && input.expected !== (before?.version ?? 0);
    const version = isMoved
      ? null
      : await saveRules(tx, { merchantId, kind, expected: before?.version ?? null, rules });
    if (version === null)
      throw new AppError("conflict", "Somebody else changed these rules meanwhile. Look at them and try again.");
    await recordAudit(tx, {
      ...{ merchantId, actor, action: "rules.set", subject: kind },
      ...{ before: before?.rules ?? null, after: { version, rules } },
    });
    return { version };
  });
}

/** What is stored is what was checked, with every default written out: a later default changes nobody's rules. */
async function checkedRules(kind: RulesKind, given: unknown): Promise<unknown> {
  switch (kind) {
    case "promise":
      return checkedPromiseRules(given);
    case "delay":
      return checkedBy(delayRulesSchema, kind, given);
    case "recommend":
      return checkedBy(recommendRulesSchema, kind, given);
    default:
      return assertNever(kind);
  }
}

function checkedBy(schema: z.ZodType, kind: RulesKind, given: unknown): unknown {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw refusal(rulesProblems(kind, given));
}

async function checkedPromiseRules(given: unknown): Promise<unknown> {
  const read = readPromiseRules(given);
  if (!read.ok) throw refusal(read.error);
  const problems = holidayProblems(read.value, await loadHolidays(read.value));
  if (problems.length > 0) throw refusal(problems);
  return read.value;
}

function refusal(problems: readonly string[]): AppError {
  return new AppError("invalid", problems.join("\n"));
}
