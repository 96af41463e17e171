import type { Db } from "#db/client.ts";
import { addJob } from "#db/queries/add-job.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { queuePersonsMail } from "#db/queries/messages.ts";
import { withTenant } from "#db/tenant.ts";
import { type MerchantId, newId, type OrderId, type PersonId } from "#lib/kernel/ids.ts";
import { MOST_WRITTEN, PERSONS_MAIL } from "#lib/use-cases/messages/link-mail-rules.ts";

export type WriteInput = {
  readonly merchantId: MerchantId;
  readonly orderId: OrderId;
  readonly text: string;
  readonly actor: PersonId;
};

/** `nobody`: there is no address to write to. `empty`: nothing, or far too much, was written. */
export type WriteOutcome = { readonly kind: "queued" | "nobody" | "empty" };

/**
 * Puts a mail that a person wrote to a shopper into the outbox, with the job that sends it. The audit says that somebody wrote,
 * and not what.
 */
export function writeToShopper({ db }: { readonly db: Db }, input: WriteInput): Promise<WriteOutcome> {
  const { merchantId, orderId, actor } = input;
  const text = input.text.replaceAll("\r\n", "\n").trim();
  if (text === "" || text.length > MOST_WRITTEN) return Promise.resolve({ kind: "empty" });
  const messageId = newId();
  return withTenant(db, merchantId, async (tx): Promise<WriteOutcome> => {
    const milestone = `${PERSONS_MAIL}${messageId}`;
    const isQueued = await queuePersonsMail(tx, {
      merchantId,
      messageId,
      orderId,
      milestone,
      payload: { text, by: actor },
    });
    if (!isQueued) return { kind: "nobody" };
    await addJob(tx, "send-message", { merchantId, messageId });
    const about = { merchantId, actor, action: "message.written", subject: messageId };
    await recordAudit(tx, { ...about, after: { orderId, letters: text.length } });
    return { kind: "queued" };
  });
}
