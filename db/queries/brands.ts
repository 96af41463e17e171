import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { brands, merchants } from "#db/schema/index.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

export type MerchantFace = {
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  readonly storefrontUrl: string | null;
  readonly supportEmail: string | null;
  /** Its parcels are the sandbox carriers'. */
  readonly sandbox: boolean;
  /** As stored: read it through `brandFrom`. Null when nothing is published. */
  readonly tokens: unknown;
};

/** A shop's face with its published brand, or null. Uses `brands_one_published`. */
export async function findMerchantFace(
  tx: Tx,
  { merchantId }: { merchantId: MerchantId },
): Promise<MerchantFace | null> {
  const [row] = await tx
    .select({
      slug: merchants.slug,
      name: merchants.name,
      zone: merchants.zone,
      locale: merchants.locale,
      storefrontUrl: merchants.storefrontUrl,
      supportEmail: merchants.supportEmail,
      sandbox: merchants.sandbox,
      tokens: brands.tokens,
    })
    .from(merchants)
    .leftJoin(brands, and(eq(brands.merchantId, merchants.id), eq(brands.state, "published")))
    .where(eq(merchants.id, merchantId))
    .limit(1);
  return row ?? null;
}

export type BrandVersion = {
  readonly version: number;
  readonly state: "draft" | "published" | "retired";
  /** As PostgreSQL writes an instant; null where it was never published. */
  readonly publishedAt: string | null;
};

/** A merchant's versions, newest first. Uses the primary key. */
export async function brandVersionsOf(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<readonly BrandVersion[]> {
  return tx
    .select({ version: brands.version, state: brands.state, publishedAt: brands.publishedAt })
    .from(brands)
    .where(eq(brands.merchantId, merchantId))
    .orderBy(desc(brands.version));
}

/** The tokens of one version as they were stored, or null. Uses the primary key. */
export async function findBrandVersion(
  tx: Tx,
  { merchantId, version }: { readonly merchantId: MerchantId; readonly version: number },
): Promise<{ readonly tokens: unknown } | null> {
  const [row] = await tx
    .select({ tokens: brands.tokens })
    .from(brands)
    .where(and(eq(brands.merchantId, merchantId), eq(brands.version, version)))
    .limit(1);
  return row ?? null;
}

/** Lets those who change a merchant's brand take turns, until the transaction ends. */
export async function lockBrand(tx: Tx, { merchantId }: { readonly merchantId: MerchantId }): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`brand ${merchantId}`}, 0))`);
}
