import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { merchants, slugIndex } from "#db/schema/index.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** A merchant's own settings, without its secrets. */
export type Merchant = {
  readonly id: MerchantId;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  readonly locale: string;
  readonly storefrontUrl: string | null;
  readonly supportEmail: string | null;
  readonly sandbox: boolean;
  readonly shiftWeeks: number | null;
};

const columns = {
  id: merchants.id,
  slug: merchants.slug,
  name: merchants.name,
  currency: merchants.currency,
  zone: merchants.zone,
  locale: merchants.locale,
  storefrontUrl: merchants.storefrontUrl,
  supportEmail: merchants.supportEmail,
  sandbox: merchants.sandbox,
  shiftWeeks: merchants.shiftWeeks,
};

/** The tenant's own merchant row. Throws when the id is unknown: a door handed it out, so that is a bug. */
export async function getMerchant(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<Merchant> {
  const [merchant] = await tx.select(columns).from(merchants).where(eq(merchants.id, merchantId)).limit(1);
  if (merchant === undefined) throw new Error(`Merchant ${merchantId} has an entry in a door but no row`);
  return merchant;
}

/** The sealed secret that signs `/go` links. */
export async function getLinkSecret(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<unknown> {
  const [row] = await tx
    .select({ sealed: merchants.linkSecret })
    .from(merchants)
    .where(eq(merchants.id, merchantId))
    .limit(1);
  return row?.sealed;
}

export type MerchantToAdd = Omit<Merchant, "shiftWeeks"> & { readonly linkSecret: unknown };

/** Adds a merchant and opens its slug door. False when the slug is taken; nothing is written then. */
export async function addMerchantRow(tx: Tx, merchant: MerchantToAdd): Promise<boolean> {
  const opened = await tx
    .insert(slugIndex)
    .values({ slug: merchant.slug, merchantId: merchant.id })
    .onConflictDoNothing()
    .returning({ slug: slugIndex.slug });
  if (opened.length === 0) return false;
  await tx.insert(merchants).values(merchant);
  return true;
}

/** Remembers by how many weeks this merchant's files were moved, so that the next file moves alike. */
export async function setShiftWeeks(
  tx: Tx,
  { merchantId, weeks }: { readonly merchantId: MerchantId; readonly weeks: number },
): Promise<void> {
  await tx.update(merchants).set({ shiftWeeks: weeks }).where(eq(merchants.id, merchantId));
}

/** From now on the merchant's parcels live at the sandbox's pace. */
export async function markSandbox(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<void> {
  await tx.update(merchants).set({ sandbox: true }).where(eq(merchants.id, merchantId));
}
