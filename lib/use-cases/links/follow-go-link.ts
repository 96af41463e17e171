import type { Db, Tx } from "#db/client.ts";
import { findMerchantFace } from "#db/queries/brands.ts";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import { brandFrom } from "#lib/brand/brand-schema.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { isSlug } from "#lib/kernel/slug.ts";
import { isGoSignature, type KeyRing, linkToken } from "#lib/runtime/key-ring.ts";
import { linkSecretOf } from "#lib/use-cases/merchants/link-secret.ts";
import { ensureLink } from "./ensure-links.ts";

const LONGEST_NUMBER = 200;

export type GoOutcome =
  | { readonly kind: "ready"; readonly token: string }
  | { readonly kind: "preparing"; readonly brand: BrandTokens };

const refusal = () => new AppError("not_found", "This link does not lead to an order.");

/**
 * Where a signed `/go` link leads. The signature is over the number exactly as it stands in the link; the order is found
 * with or without its `#`. An unknown shop, a wrong signature and a revoked link are refused alike (`not_found`), so that
 * nobody learns which orders exist; a revoked link is never opened again from here.
 */
export async function followGoLink(
  deps: { readonly db: Db; readonly keys: KeyRing },
  link: { readonly slug: string; readonly orderNumber: string; readonly signature: string },
): Promise<GoOutcome> {
  if (!isSlug(link.slug) || !isOrderNumber(link.orderNumber)) throw refusal();
  const merchantId = await merchantIdBySlug(deps.db, link.slug);
  if (merchantId === null) throw refusal();
  const secret = await linkSecretOf(deps, { merchantId });
  if (!isGoSignature(secret, link.orderNumber, link.signature)) throw refusal();
  return withTenant(deps.db, merchantId, (tx) => lookUp(tx, deps.keys, merchantId, link.orderNumber));
}

async function lookUp(tx: Tx, keys: KeyRing, merchantId: MerchantId, number: string): Promise<GoOutcome> {
  const order = await findOrderByNumber(tx, { merchantId, number });
  if (order === null) {
    const face = await findMerchantFace(tx, { merchantId });
    if (face === null) throw refusal();
    return { kind: "preparing", brand: brandFrom(face.tokens, face) };
  }
  const link = await ensureLink(tx, keys, { merchantId, orderId: order.id });
  if (link.revokedAt !== null) throw refusal();
  return { kind: "ready", token: linkToken(keys, link) };
}

/** PostgreSQL takes no NUL in a text, and nobody numbers an order with more signs than this. */
function isOrderNumber(text: string): boolean {
  return text.length <= LONGEST_NUMBER && !text.includes("\0");
}
