import type { Db, Tx } from "#db/client.ts";
import { findMerchantFace } from "#db/queries/brands.ts";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { linksOfOrders } from "#db/queries/links.ts";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import { brandFrom } from "#lib/brand/brand-schema.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { isGoSignature, type KeyRing } from "#lib/runtime/key-ring.ts";
import { linkSecretOf } from "#lib/use-cases/merchants/link-secret.ts";
import { issueLink } from "./issue-link.ts";

export type GoOutcome =
  | { readonly kind: "ready"; readonly token: string }
  | { readonly kind: "preparing"; readonly brand: BrandTokens };

const refusal = () => new AppError("not_found", "This link does not lead to an order.");

/**
 * Where a signed `/go` link leads. The signature is over the number exactly as it stands in the link; the order is found
 * with or without its `#`. An unknown shop, a wrong signature and a revoked link are refused alike (`not_found`), so that
 * nobody learns which orders exist.
 */
export async function followGoLink(
  deps: { readonly db: Db; readonly keys: KeyRing },
  link: { readonly slug: string; readonly orderNumber: string; readonly signature: string },
): Promise<GoOutcome> {
  const merchantId = await merchantIdBySlug(deps.db, link.slug);
  if (merchantId === null) throw refusal();
  const secret = await linkSecretOf(deps, { merchantId });
  if (!isGoSignature(secret, link.orderNumber, link.signature)) throw refusal();
  const found = await withTenant(deps.db, merchantId, (tx) => lookUp(tx, merchantId, link.orderNumber));
  if (found.kind === "preparing") return found;
  const { token } = await issueLink(deps, { merchantId, orderId: found.orderId });
  return { kind: "ready", token };
}

type Found = { readonly kind: "order"; readonly orderId: OrderId } | Extract<GoOutcome, { kind: "preparing" }>;

async function lookUp(tx: Tx, merchantId: MerchantId, number: string): Promise<Found> {
  const order = await findOrderByNumber(tx, { merchantId, number });
  if (order === null) {
    const face = await findMerchantFace(tx, { merchantId });
    if (face === null) throw refusal();
    return { kind: "preparing", brand: brandFrom(face.tokens, face) };
  }
  const [link] = await linksOfOrders(tx, { merchantId, orderIds: [order.id] });
  if (link !== undefined && link.revokedAt !== null) throw refusal();
  return { kind: "order", orderId: order.id };
}
