import "server-only";
import { Temporal } from "temporal-polyfill";
import type { Merchant } from "#db/queries/merchants.ts";
import type { OrderId } from "#lib/kernel/ids.ts";
import { openDeskOrder } from "#lib/use-cases/orders/open-desk-order.ts";
import { judgedOffer } from "#lib/use-cases/recommend/judged-offer.ts";
import { context } from "./context.ts";
import { shopperLink } from "./shopper-link.ts";

type Wishes = { readonly isAddressOpen: boolean; readonly clock: "heard" | "happened" | null };

/** An order of the shop with its link and what its shopper is offered; null where the shop has no such order. */
export async function deskOrder({ id: merchantId }: Merchant, orderId: OrderId, wishes: Wishes) {
  const { db, sandbox } = context();
  const now = Temporal.Now.instant();
  const opened = await openDeskOrder({ db, now, sandboxPace: sandbox.pace }, { merchantId, orderId, ...wishes });
  if (opened === null) return null;
  const [url, offer] = await Promise.all([
    shopperLink({ merchantId, orderId }),
    judgedOffer({ db, now }, { merchantId, number: opened.stored.number }),
  ]);
  return { ...opened, url, offer };
}
