import type { Db, Tx } from "#db/client.ts";
import { hostsOf } from "#db/queries/hosts.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/**
 * Where a merchant's links lead, without a slash at the end: its own domain where it has one, of several the first by name;
 * else the host's address.
 */
export async function linkBase(
  { db, publicUrl }: { readonly db: Db | Tx; readonly publicUrl: string },
  merchantId: MerchantId,
): Promise<string> {
  const [own] = await hostsOf(db, merchantId);
  return own === undefined ? publicUrl : `https://${own}`;
}
