import { z } from "zod";
import type { Db } from "#db/client.ts";
import { getLinkSecret } from "#db/queries/merchants.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { type KeyRing, unseal } from "#lib/runtime/key-ring.ts";

const sealedSchema = z.object({ keyId: z.string(), nonce: z.string(), text: z.string() });

/** What a merchant's link secret is sealed for: it opens for this merchant and this use only. */
export function linkSecretContext(merchantId: MerchantId): string {
  return `${merchantId}/link-secret`;
}

/** The secret with which a shop's mail template signs `/go` links. For the merchant's eyes only. */
export async function linkSecretOf(
  { db, keys }: { readonly db: Db; readonly keys: KeyRing },
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<string> {
  const sealed = await withTenant(db, merchantId, (tx) => getLinkSecret(tx, { merchantId }));
  return unseal(keys, sealedSchema.parse(sealed), linkSecretContext(merchantId));
}
