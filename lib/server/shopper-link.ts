import "server-only";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { publicUrlOf } from "#lib/runtime/env.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { linkBase } from "#lib/use-cases/links/link-base.ts";
import { context } from "./context.ts";
import { webEnv } from "./web-env.ts";

/** Where the shopper's page of an order is; null while its link is revoked. */
export async function shopperLink(order: {
  readonly merchantId: MerchantId;
  readonly orderId: OrderId;
}): Promise<string | null> {
  try {
    const { token } = await issueLink(context(), order);
    return `${await linkBase({ db: context().db, publicUrl: publicUrlOf(webEnv()) }, order.merchantId)}/t/${token}`;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return null;
    throw error;
  }
}
