import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { carrierAccounts, carrierRoutes } from "#db/schema/index.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";

export type CarrierAccount = {
  readonly id: CarrierAccountId;
  readonly carrier: string;
  readonly label: string;
  readonly sandbox: boolean;
  /** Answers for other carriers' parcels. */
  readonly aggregator: boolean;
  /** Sealed; whoever opens it checks the form. */
  readonly credentials: unknown;
};

const COLUMNS = {
  id: carrierAccounts.id,
  carrier: carrierAccounts.carrier,
  label: carrierAccounts.label,
  sandbox: carrierAccounts.sandbox,
  aggregator: carrierAccounts.aggregator,
  credentials: carrierAccounts.credentials,
};

/** One account of the merchant. Uses the primary key. */
export async function findCarrierAccount(
  tx: Tx,
  { merchantId, accountId }: { readonly merchantId: MerchantId; readonly accountId: CarrierAccountId },
): Promise<CarrierAccount | null> {
  const [row] = await tx
    .select(COLUMNS)
    .from(carrierAccounts)
    .where(and(eq(carrierAccounts.merchantId, merchantId), eq(carrierAccounts.id, accountId)))
    .limit(1);
  return row ?? null;
}

/** All accounts of the merchant, by carrier; a merchant has a handful. Index: carrier_accounts_by_carrier. */
export function carrierAccountsOf(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<readonly CarrierAccount[]> {
  return tx
    .select(COLUMNS)
    .from(carrierAccounts)
    .where(eq(carrierAccounts.merchantId, merchantId))
    .orderBy(asc(carrierAccounts.carrier), asc(carrierAccounts.label));
}

/** Adds an account, or gives the one of this name new credentials. Returns its id and whether it is new. */
export async function saveCarrierAccount(
  tx: Tx,
  account: CarrierAccount & { readonly merchantId: MerchantId },
): Promise<{ readonly id: CarrierAccountId; readonly created: boolean }> {
  const [row] = await tx
    .insert(carrierAccounts)
    .values(account)
    .onConflictDoUpdate({
      target: [carrierAccounts.merchantId, carrierAccounts.carrier, carrierAccounts.label],
      set: { sandbox: account.sandbox, credentials: account.credentials, updatedAt: sql`now()` },
    })
    .returning({ id: carrierAccounts.id });
  const id = row?.id ?? account.id;
  return { id, created: id === account.id };
}

/** The carriers for which the merchant chose who answers. Uses the primary key. */
export async function routedCarriers(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ carrier: carrierRoutes.carrier })
    .from(carrierRoutes)
    .where(eq(carrierRoutes.merchantId, merchantId));
  return rows.map(({ carrier }) => carrier);
}

/** Sets who answers for a carrier's parcels, in this order; none for the usual order. Uses the primary key. */
export async function saveRoute(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly carrier: string;
    readonly accountIds: readonly CarrierAccountId[];
  },
): Promise<void> {
  const { merchantId, carrier, accountIds } = input;
  await tx
    .delete(carrierRoutes)
    .where(and(eq(carrierRoutes.merchantId, merchantId), eq(carrierRoutes.carrier, carrier)));
  if (accountIds.length === 0) return;
  const rows = [...new Set(accountIds)].map((accountId, position) => ({ merchantId, carrier, position, accountId }));
  await tx.insert(carrierRoutes).values(rows);
}
