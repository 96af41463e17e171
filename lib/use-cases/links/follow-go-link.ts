import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { findMerchantFace } from "#db/queries/brands.ts";
import { findLinkSecret, findOrderIdByNumber, linksOfOrders } from "#db/queries/links.ts";
import { findMerchantIdBySlug } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import { brandFrom } from "#lib/brand/brand-schema.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { orderNumberKey } from "#lib/orders/order-number.ts";
import { isGoSignature, type KeyRing, type Sealed, unseal } from "#lib/runtime/key-ring.ts";
import { issueLink } from "./issue-link.ts";

export type GoOutcome =
  | { readonly kind: "ready"; readonly token: string }
  | { readonly kind: "preparing"; readonly brand: BrandTokens };

type Deps = { readonly db: Db; readonly keys: KeyRing };
type GoLink = { readonly slug: string; readonly orderNumber: string; readonly signature: string };

const sealedSchema: z.ZodType<Sealed> = z.object({ keyId: z.string(), nonce: z.string(), text: z.string() });
const refusal = () => new AppError("not_found", "This link does not lead to an order.");

/**
 * Where a signed `/go` link leads. The signature is over the number exactly as it stands in the link; the order is found
 * with or without its `#`. An unknown shop, a wrong signature and a revoked link are refused alike (`not_found`), so that
 * nobody learns which orders exist.
 */
export async function followGoLink(deps: Deps, { slug, orderNumber, signature }: GoLink): Promise<GoOutcome> {
  const merchantId = await findMerchantIdBySlug(deps.db, slug);
  if (merchantId === null) throw refusal();
  const found = await withTenant(deps.db, merchantId, async (tx) => {
    const secret = await linkSecretOf(tx, deps.keys, merchantId);
    if (secret === null || !isGoSignature(secret, orderNumber, signature)) throw refusal();
    return lookUp(tx, merchantId, orderNumber);
  });
  if (found.kind === "preparing") return found;
  const { token } = await issueLink(deps, { merchantId, orderId: found.orderId });
  return { kind: "ready", token };
}

type Found = { readonly kind: "order"; readonly orderId: OrderId } | Extract<GoOutcome, { kind: "preparing" }>;

async function lookUp(tx: Tx, merchantId: MerchantId, orderNumber: string): Promise<Found> {
  const orderId = await findOrderIdByNumber(tx, { merchantId, numberKey: orderNumberKey(orderNumber) });
  if (orderId === null) {
    const face = await findMerchantFace(tx, { merchantId });
    if (face === null) throw refusal();
    return { kind: "preparing", brand: brandFrom(face.tokens, face) };
  }
  const [link] = await linksOfOrders(tx, { merchantId, orderIds: [orderId] });
  if (link !== undefined && link.revokedAt !== null) throw refusal();
  return { kind: "order", orderId };
}

async function linkSecretOf(tx: Tx, keys: KeyRing, merchantId: MerchantId): Promise<string | null> {
  const sealed = sealedSchema.safeParse(await findLinkSecret(tx, { merchantId }));
  return sealed.success ? unseal(keys, sealed.data, `${merchantId}/link-secret`) : null;
}
