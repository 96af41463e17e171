import type { Db } from "#db/client.ts";
import { addJob } from "#db/queries/add-job.ts";
import { queueEmail } from "#db/queries/messages.ts";
import { withTenant } from "#db/tenant.ts";
import { type MerchantId, newId, type OrderId } from "#lib/kernel/ids.ts";
import { LINK_REQUESTED, QUIET_MINUTES } from "./link-mail-rules.ts";

/**
 * Puts the link of an order into the outbox, with the job that sends it, in one transaction. Without an order, and where
 * nothing is to be sent, the same statements run for ids that lead nowhere: the work tells nobody which it was.
 */
export function requestLinkMail(
  { db }: { readonly db: Db },
  { merchantId, orderId }: { readonly merchantId: MerchantId; readonly orderId: OrderId | null },
): Promise<void> {
  const messageId = newId();
  return withTenant(db, merchantId, async (tx) => {
    const about = { merchantId, orderId: orderId ?? newId() };
    await queueEmail(tx, { ...about, messageId, milestone: LINK_REQUESTED, quietMinutes: QUIET_MINUTES });
    await addJob(tx, "send-message", { merchantId, messageId });
  });
}
