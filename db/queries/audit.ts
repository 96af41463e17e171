import type { Tx } from "#db/client.ts";
import { audit } from "#db/schema/index.ts";
import { type MerchantId, newId } from "#lib/kernel/ids.ts";

export type AuditEntry = {
  readonly merchantId: MerchantId;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** Adds one line to the audit, in the transaction of what it tells of. Ids and settings only, no personal data. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.insert(audit).values({ id: newId(), before: null, after: null, ...entry });
}
