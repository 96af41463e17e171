import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { RulesKind } from "./rules.ts";

/** One change of rules, as the audit has it: who made it, and the rules before (null for none) and after. */
export type RulesChange = {
  readonly kind: RulesKind;
  readonly version: number;
  /** As PostgreSQL writes an instant. */
  readonly at: string;
  /** A person's id, or `cli`. */
  readonly actor: string;
  /** The person's name; null for a program, and for somebody who is gone. */
  readonly name: string | null;
  readonly before: unknown;
  readonly after: unknown;
};

const change = sql`a.subject as kind, (a.after->>'version')::int as version, a.at::text as at, a.actor, p.name,
  a.before, a.after->'rules' as after`;
const told = sql`from audit a left join auth."user" p on p.id = a.actor`;

/** The newest changes of rules of a kind, newest first. Index: audit_of_rules. */
export async function rulesHistory(
  tx: Tx,
  { merchantId, kind, limit }: { readonly merchantId: MerchantId; readonly kind: RulesKind; readonly limit: number },
): Promise<readonly RulesChange[]> {
  return tx.execute<RulesChange>(sql`
    select ${change} ${told} where a.merchant_id = ${merchantId} and a.action = 'rules.set' and a.subject = ${kind}
    order by a.at desc limit ${limit}`);
}

/** The change that made this version; null where the audit has none. Index: audit_of_rules. */
export async function rulesChange(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly kind: RulesKind; readonly version: number },
): Promise<RulesChange | null> {
  const [row] = await tx.execute<RulesChange>(sql`
    select ${change} ${told}
    where a.merchant_id = ${input.merchantId} and a.action = 'rules.set' and a.subject = ${input.kind}
      and (a.after->>'version')::int = ${input.version}
    order by a.at desc limit 1`);
  return row ?? null;
}
