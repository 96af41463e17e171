import type { Tx } from "#db/client.ts";
import { findRules } from "#db/queries/rules.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { PromiseRule } from "#lib/promise/promise-rule.ts";
import { type DelayRules, delayRulesSchema } from "./delay-rules-schema.ts";
import { readPromiseRules } from "./promise-rules-schema.ts";

/** A merchant's promise rules; none where it set none, or what is stored cannot be read any more. */
export async function storedPromiseRules(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<readonly PromiseRule[]> {
  const stored = await findRules(tx, { merchantId, kind: "promise" });
  if (stored === null) return [];
  const read = readPromiseRules(stored.rules);
  return read.ok ? read.value : [];
}

/** Stored rules about delays, null for none. Those that cannot be read any more count as not set: a delay is told all the same. */
export function delayRulesFrom(stored: unknown): DelayRules {
  return delayRulesSchema.safeParse(stored ?? {}).data ?? delayRulesSchema.parse({});
}
