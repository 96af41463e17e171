import "server-only";
import { Temporal } from "temporal-polyfill";
import type { Merchant } from "#db/queries/merchants.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { OrderId } from "#lib/kernel/ids.ts";
import { publicUrlOf } from "#lib/runtime/env.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { linkBase } from "#lib/use-cases/links/link-base.ts";
import { openDeskOrder } from "#lib/use-cases/orders/open-desk-order.ts";
import { judgedOffer } from "#lib/use-cases/recommend/judged-offer.ts";
import { context } from "./context.ts";
import { webEnv } from "./web-env.ts";

type Wishes = { readonly isAddressOpen: boolean; readonly clock: "heard" | "happened" | null };

/** An order of the shop with its link and what its shopper is offered; null where the shop has no such order. */
export async function deskOrder({ id: merchantId }: Merchant, orderId: OrderId, wishes: Wishes) {
  const { db, sandbox } = context();
  const now = Temporal.Now.instant();
  const opened = await openDeskOrder({ db, now, sandboxPace: sandbox.pace }, { merchantId, orderId, ...wishes });
  if (opened === null) return null;
  const [url, offer] = await Promise.all([
    linkOf({ merchantId, orderId }),
    judgedOffer({ db, now }, { merchantId, number: opened.stored.number }),
  ]);
  return { ...opened, url, offer };
}

/** Where the shopper's page is; null while its link is revoked. */
async function linkOf(order: { readonly merchantId: string; readonly orderId: OrderId }): Promise<string | null> {
  try {
    const { token } = await issueLink(context(), order);
    return `${await linkBase({ db: context().db, publicUrl: publicUrlOf(webEnv()) }, order.merchantId)}/t/${token}`;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return null;
    throw error;
  }
}
