import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "#db/client.ts";
import { findOrderToProve } from "#db/queries/find-order-to-prove.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { type AddressBlocks, take } from "#lib/use-cases/limits/take.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { requestLinkMail } from "#lib/use-cases/messages/request-link-mail.ts";
import { lookUpLimits } from "./limits.ts";
import { numberKeys, proofsOf } from "./proofs.ts";
import type { Typed } from "./read-look-up.ts";

type Deps = { readonly db: Db; readonly keys: KeyRing };

export type LookUpOutcome =
  | { readonly kind: "limited"; readonly retryAfterMs: number }
  /** Number, email and postcode are the order's: its page may be shown. */
  | { readonly kind: "open"; readonly token: string }
  /** Everything else. What `later` does, and whether it does anything, must not delay the answer. */
  | { readonly kind: "told"; readonly later: () => Promise<void> };

/** No answer comes sooner: what it took to look and to compare is not to be seen in the time. */
const FLOOR_MS = 250;

/**
 * Looks for an order by number and email or postcode. Hit and miss run the same statements, are answered alike and take the
 * same time; with one right proof the link goes to the order's own email address, by `later`. Only both open the page.
 */
export async function lookUp(
  deps: Deps,
  input: { readonly merchantId: MerchantId; readonly typed: Typed; readonly from: AddressBlocks },
): Promise<LookUpOutcome> {
  const { merchantId, typed, from } = input;
  const floor = pause(FLOOR_MS);
  const [plain, asTyped] = numberKeys(typed.number);
  const taken = await take(deps, lookUpLimits(merchantId, { from, numberKey: plain }));
  if (!taken.ok) return { kind: "limited", retryAfterMs: taken.retryAfterMs };
  const order = await withTenant(deps.db, merchantId, (tx) =>
    findOrderToProve(tx, { merchantId, numberKeys: [plain, asTyped] }),
  );
  const { byEmail, byPostcode } = proofsOf(typed, order);
  const proved = order !== null && order.revokedAt === null && (byEmail || byPostcode) ? order.id : null;
  const token = proved !== null && byEmail && byPostcode ? await tokenOf(deps, merchantId, proved) : null;
  await floor;
  if (token !== null) return { kind: "open", token };
  return { kind: "told", later: () => requestLinkMail(deps, { merchantId, orderId: proved }) };
}

/** Null where the link was revoked at this very moment: then it is a miss like any other. */
async function tokenOf(deps: Deps, merchantId: MerchantId, orderId: OrderId): Promise<string | null> {
  try {
    return (await issueLink(deps, { merchantId, orderId })).token;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return null;
    throw error;
  }
}
