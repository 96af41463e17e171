import "server-only";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { linkLimits } from "#lib/use-cases/links/link-limits.ts";
import type { Visit } from "./desk-access.ts";
import { deskPath } from "./desk-doors.ts";
import type { DeskForm } from "./desk-form.ts";
import { orderIdFrom, orderPath } from "./order-path.ts";
import { seeOther } from "./see-other.ts";

type Change = { readonly merchantId: MerchantId; readonly orderId: OrderId; readonly actor: string };
type About = {
  readonly form: DeskForm;
  readonly visit: Visit;
  readonly slug: string;
  /** As the address has it. */
  readonly order: string;
};

/** Changes an order's link and goes back to its page with what was done; to the list where there is no such order. */
export async function linkOutcome(
  { form, visit, slug, order }: About,
  done: "revoked" | "renewed",
  work: (change: Change) => Promise<unknown>,
): Promise<Response> {
  const gone = `${deskPath("/admin/shops/[merchant]/orders", slug)}?problem=gone`;
  const orderId = orderIdFrom(order);
  if (orderId === null) return seeOther(gone);
  const page = orderPath(slug, order);
  const refusal = await form.limited(linkLimits(visit.merchant.id), page);
  if (refusal !== null) return refusal;
  try {
    await work({ merchantId: visit.merchant.id, orderId, actor: visit.person.id });
    return seeOther(`${page}?said=${done}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return seeOther(gone);
  }
}
