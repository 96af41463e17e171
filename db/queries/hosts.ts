import { and, asc, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { hostIndex, slugIndex } from "#db/schema/index.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

export type HostedMerchant = { readonly merchantId: MerchantId; readonly slug: string };

/** A door: whose own domain this is, or null. Uses the primary keys of `host_index` and `slug_index`. */
export async function merchantOfHost(db: Db, host: string): Promise<HostedMerchant | null> {
  const [row] = await db
    .select({ merchantId: hostIndex.merchantId, slug: slugIndex.slug })
    .from(hostIndex)
    .innerJoin(slugIndex, eq(slugIndex.merchantId, hostIndex.merchantId))
    .where(eq(hostIndex.host, host))
    .limit(1);
  return row ?? null;
}

/** Gives a domain to a merchant; false when it is another's. */
export async function addHostRow(
  tx: Tx,
  { host, merchantId }: { readonly host: string; readonly merchantId: MerchantId },
): Promise<boolean> {
  await tx.insert(hostIndex).values({ host, merchantId }).onConflictDoNothing({ target: hostIndex.host });
  const [row] = await tx.select().from(hostIndex).where(eq(hostIndex.host, host)).limit(1);
  return row?.merchantId === merchantId;
}

/** Takes a domain from a merchant; false when it was not theirs. */
export async function dropHostRow(
  tx: Tx,
  { host, merchantId }: { readonly host: string; readonly merchantId: MerchantId },
): Promise<boolean> {
  const gone = await tx
    .delete(hostIndex)
    .where(and(eq(hostIndex.host, host), eq(hostIndex.merchantId, merchantId)))
    .returning({ host: hostIndex.host });
  return gone.length > 0;
}

/** A merchant's domains, by name. A shop has few of them, so the table is small and read whole: it has no index for this. */
export async function hostsOf(db: Db | Tx, merchantId: MerchantId): Promise<readonly string[]> {
  const rows = await db
    .select({ host: hostIndex.host })
    .from(hostIndex)
    .where(eq(hostIndex.merchantId, merchantId))
    .orderBy(asc(hostIndex.host));
  return rows.map(({ host }) => host);
}
