import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

export const RULES_KINDS = ["promise", "delay", "recommend"] as const;
export type RulesKind = (typeof RULES_KINDS)[number];
export type StoredRules = { readonly version: number; readonly rules: unknown };

/** A merchant's rules of a kind as they were stored, or null where it set none. Uses the primary key. */
export async function findRules(
  tx: Tx,
  { merchantId, kind }: { readonly merchantId: MerchantId; readonly kind: RulesKind },
): Promise<StoredRules | null> {
  const [row] = await tx.execute<StoredRules>(sql`
    select version, rules from rules where merchant_id = ${merchantId} and kind = ${kind}`);
  return row ?? null;
}

/**
 * Stores rules in place of version `expected` (null: of none) and returns their version; null where somebody else changed them
 * meanwhile. Uses the primary key.
 */
export async function saveRules(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly kind: RulesKind;
    readonly expected: number | null;
    readonly rules: unknown;
  },
): Promise<number | null> {
  const { merchantId, kind, expected } = input;
  const rules = JSON.stringify(input.rules);
  const [row] =
    expected === null
      ? await tx.execute<{ version: number }>(sql`
          insert into rules (merchant_id, kind, version, rules) values (${merchantId}, ${kind}, 1, ${rules}::text::jsonb)
          on conflict do nothing returning version`)
      : await tx.execute<{ version: number }>(sql`
          update rules set version = version + 1, rules = ${rules}::text::jsonb, updated_at = now()
          where merchant_id = ${merchantId} and kind = ${kind} and version = ${expected} returning version`);
  return row?.version ?? null;
}

/** What judging a merchant's parcels depends on beside the parcels. */
export type JudgeGround = {
  readonly nowMs: number;
  readonly zone: string;
  readonly delayRules: unknown;
  /** When its model was learned; null where none was. */
  readonly builtAt: string | null;
};

/** The clock, the merchant's zone, rules about delays and which model it has. Uses the primary keys. */
export async function findJudgeGround(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<JudgeGround> {
  const [row] = await tx.execute<JudgeGround>(sql`
    select floor(extract(epoch from clock_timestamp()))::float8 * 1000 as "nowMs", m.zone, r.rules as "delayRules",
      a.built_at::text as "builtAt"
    from merchants m
    left join rules r on r.merchant_id = m.id and r.kind = 'delay'
    left join arrival_models a on a.merchant_id = m.id
    where m.id = ${merchantId}`);
  if (row === undefined) throw new Error(`Merchant ${merchantId} is gone`);
  return row;
}
