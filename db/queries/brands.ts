import { and, eq } from "drizzle-orm";
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
