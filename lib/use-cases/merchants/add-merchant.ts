import { randomBytes } from "node:crypto";
import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { addMerchantRow } from "#db/queries/merchants.ts";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { type MerchantId, newId } from "#lib/kernel/ids.ts";
import { isCurrency } from "#lib/kernel/money.ts";
import { isSlug } from "#lib/kernel/slug.ts";
import { isZone } from "#lib/kernel/zone.ts";
import { type KeyRing, seal } from "#lib/runtime/key-ring.ts";
import { connectSandbox } from "#lib/use-cases/carriers/connect-sandbox.ts";
import { linkSecretContext } from "./link-secret.ts";

export type NewMerchant = {
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  readonly locale: string;
  readonly sandbox: boolean;
  readonly storefrontUrl: string | null;
  readonly supportEmail: string | null;
};

/**
 * Adds a merchant with a fresh link secret. A slug that is there already is left as it is (`created` false). With `sandbox`,
 * new or not, it has an account with every sandbox carrier afterwards.
 * Throws AppError `invalid` for a slug, currency or zone that cannot be.
 */
export async function addMerchant(
  { db, keys }: { readonly db: Db; readonly keys: KeyRing },
  merchant: NewMerchant,
): Promise<{ readonly merchantId: MerchantId; readonly created: boolean }> {
  refuseNonsense(merchant);
  const added = await addOnce({ db, keys }, merchant);
  if (merchant.sandbox) {
    await connectSandbox({ db, keys }, { merchantId: added.merchantId, slug: merchant.slug, actor: "cli" });
  }
  return added;
}

async function addOnce(
  { db, keys }: { readonly db: Db; readonly keys: KeyRing },
  merchant: NewMerchant,
): Promise<{ readonly merchantId: MerchantId; readonly created: boolean }> {
  const present = await merchantIdBySlug(db, merchant.slug);
  if (present !== null) return { merchantId: present, created: false };
  const merchantId = newId();
  const linkSecret = seal(keys, randomBytes(24).toString("base64url"), linkSecretContext(merchantId));
  const created = await withTenant(db, merchantId, async (tx) => {
    const isNew = await addMerchantRow(tx, { id: merchantId, ...merchant, linkSecret });
    if (isNew)
      await recordAudit(tx, {
        merchantId,
        actor: "cli",
        action: "merchant.added",
        subject: merchantId,
        after: { slug: merchant.slug },
      });
    return isNew;
  });
  return created ? { merchantId, created } : addOnce({ db, keys }, merchant);
}

function refuseNonsense(merchant: NewMerchant): void {
  if (!isSlug(merchant.slug)) {
    throw new AppError(
      "invalid",
      "A merchant's short name is 1 to 63 lower-case letters, digits and dashes, such as maison-alder.",
    );
  }
  if (!isCurrency(merchant.currency))
    throw new AppError("invalid", `${merchant.currency} is not a currency code such as EUR.`);
  if (!isZone(merchant.zone))
    throw new AppError("invalid", `${merchant.zone} is not a time zone such as Europe/London.`);
  if (merchant.name.trim() === "") throw new AppError("invalid", "A merchant needs a name.");
  if (!isLocale(merchant.locale))
    throw new AppError("invalid", `${merchant.locale} is not a language such as en or zh-Hant.`);
  if (merchant.storefrontUrl !== null && !/^https?:\/\/[^\s]+$/.test(merchant.storefrontUrl))
    throw new AppError("invalid", `${merchant.storefrontUrl} is not a web address such as https://shop.example.com.`);
  if (merchant.supportEmail !== null && !/^[^\s@]+@[^\s@]+$/.test(merchant.supportEmail))
    throw new AppError("invalid", `${merchant.supportEmail} is not an email address.`);
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DisplayNames.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
