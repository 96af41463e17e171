import { and, desc, eq, lt, sql } from "drizzle-orm";
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
  /** The number of the published version; null when nothing is published. */
  readonly version: number | null;
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
      version: brands.version,
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
  /** As in the audit: `cli` or a member's id; null where nobody kept it. */
  readonly publishedBy: string | null;
};

type Page = { readonly before?: number | null; readonly limit?: number };

/** A merchant's versions, newest first: all, or so many of those before a number. Uses the primary key. */
export async function brandVersionsOf(
  tx: Tx,
  { merchantId, before = null, limit }: { readonly merchantId: MerchantId } & Page,
): Promise<readonly BrandVersion[]> {
  const newest = tx
    .select({
      version: brands.version,
      state: brands.state,
      publishedAt: brands.publishedAt,
      publishedBy: brands.publishedBy,
    })
    .from(brands)
    .where(and(eq(brands.merchantId, merchantId), before === null ? undefined : lt(brands.version, before)))
    .orderBy(desc(brands.version));
  return limit === undefined ? newest : newest.limit(limit);
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
