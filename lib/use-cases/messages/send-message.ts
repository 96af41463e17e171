import type { Db, Tx } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findMerchantFace } from "#db/queries/brands.ts";
import { type EmailEnd, leaseEmail, lockWaitingEmail, settleEmail } from "#db/queries/messages.ts";
import { findOrderForMail } from "#db/queries/order-for-mail.ts";
import { withTenant } from "#db/tenant.ts";
import { brandFrom } from "#lib/brand/brand-schema.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { chooseLocale } from "#lib/brand/locale.ts";
import type { MerchantId, MessageId, OrderId } from "#lib/kernel/ids.ts";
import { linkMail, oneLine } from "#lib/messages/link-mail.ts";
import type { Mail, Mailer } from "#lib/messages/mailer.ts";
import { personMail } from "#lib/messages/person-mail.ts";
import { type KeyRing, linkToken } from "#lib/runtime/key-ring.ts";
import { ensureLink } from "#lib/use-cases/links/ensure-links.ts";
import { linkBase } from "#lib/use-cases/links/link-base.ts";
import { LINK_REQUESTED, PERSONS_MAIL, STALE_MINUTES } from "./link-mail-rules.ts";

export type SendDeps = {
  readonly db: Db;
  readonly keys: KeyRing;
  readonly mailer: Mailer;
  /** Where links lead, without a slash at the end. */
  readonly publicUrl: string;
  /** The sender's address; null: the shop's own, else one at the host of `publicUrl`. */
  readonly mailFrom: string | null;
};

/** `nothing`: it did not wait any more. `later`: worth another try; `reason` says why and holds no address. */
export type SendOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "nothing" }
  | { readonly kind: "given_up"; readonly reason: string }
  | { readonly kind: "later"; readonly reason: string };

/** Longer than any sending takes (20 s): who holds it for longer has died. */
const LEASE_SECONDS = 45;

type Message = { readonly merchantId: MerchantId; readonly messageId: MessageId };
type Claimed =
  | { readonly kind: "mail"; readonly mail: Mail; readonly orderId: OrderId; readonly milestone: string }
  | SendOutcome;

/**
 * Sends one email of the outbox, outside any transaction. Only who gets the lease sends; whoever dies between the mail
 * server's yes and our note of it leaves it to be sent once more, with the same Message-ID.
 */
export async function sendMessage(deps: SendDeps, message: Message): Promise<SendOutcome> {
  const claimed = await withTenant(deps.db, message.merchantId, (tx) => claim(tx, deps, message));
  if (claimed.kind !== "mail") return claimed;
  const sent = await deps.mailer.send(claimed.mail);
  const end = endOf(sent.ok ? null : sent.error);
  await withTenant(deps.db, message.merchantId, async (tx) => {
    await settleEmail(tx, { ...message, ...end });
    if (end.state === "sent") await noteSent(tx, message, claimed);
  });
  if (end.reason === null) return { kind: "sent" };
  const { reason } = end;
  return end.state === "queued" ? { kind: "later", reason } : { kind: "given_up", reason };
}

/** The outbox keeps one row an order and kind of mail; that each of several mails went out, the audit can tell. */
function noteSent(
  tx: Tx,
  { merchantId, messageId }: Message,
  { orderId, milestone }: { readonly orderId: OrderId; readonly milestone: string },
): Promise<void> {
  const after = { orderId, milestone };
  return recordAudit(tx, { merchantId, actor: "worker", action: "message.sent", subject: messageId, after });
}

function endOf(error: { readonly kind: "refused" | "away"; readonly reason: string } | null): EmailEnd {
  if (error === null) return { state: "sent", reason: null };
  return { state: error.kind === "refused" ? "failed" : "queued", reason: error.reason };
}

async function claim(tx: Tx, deps: SendDeps, message: Message): Promise<Claimed> {
  const waiting = await lockWaitingEmail(tx, { ...message, staleMinutes: STALE_MINUTES });
  if (waiting === null) return { kind: "nothing" };
  const { orderId, milestone } = waiting;
  const text = milestone.startsWith(PERSONS_MAIL) ? waiting.text : null;
  if (milestone !== LINK_REQUESTED && text === null) return { kind: "nothing" };
  if (waiting.isLeased) return { kind: "later", reason: "being_sent" };
  const give = async (end: EmailEnd & { readonly reason: string }): Promise<SendOutcome> => {
    await settleEmail(tx, { ...message, ...end });
    return { kind: "given_up", reason: end.reason };
  };
  // Whoever asked for a link has gone by then; what a person wrote is worth sending whenever it can be.
  if (waiting.isStale && text === null) return give({ state: "failed", reason: "not_sent_in_time" });
  const mail = await mailOf(tx, deps, { ...message, orderId, text });
  if (mail === null) return give({ state: "suppressed", reason: "no_live_link" });
  await leaseEmail(tx, { ...message, seconds: LEASE_SECONDS });
  return { kind: "mail", mail, orderId, milestone };
}

/** Null where the shopper is not known any more, or the order's link was revoked and the mail is for nothing else. */
async function mailOf(
  tx: Tx,
  { keys, publicUrl, mailFrom }: SendDeps,
  { merchantId, messageId, orderId, text }: Message & { readonly orderId: OrderId; readonly text: string | null },
): Promise<Mail | null> {
  const order = await findOrderForMail(tx, { merchantId, orderId });
  const face = await findMerchantFace(tx, { merchantId });
  if (order === null || face === null) return null;
  const link = await ensureLink(tx, keys, { merchantId, orderId });
  if (link.revokedAt !== null && text === null) return null;
  const brand = brandFrom(face.tokens, face);
  const voice = voiceOf(chooseLocale(order.locales, brand), brand.words);
  const { hostname } = new URL(publicUrl);
  const page = `${await linkBase({ db: tx, publicUrl }, merchantId)}/t/${linkToken(keys, link)}`;
  const about = { brand, number: order.number };
  const said =
    text === null
      ? linkMail(voice, { ...about, url: page })
      : personMail(voice, { ...about, text, url: link.revokedAt === null ? page : null });
  return {
    ...said,
    from: { name: oneLine(brand.name), address: mailFrom ?? brand.supportEmail ?? `no-reply@${hostname}` },
    replyTo: brand.supportEmail,
    to: order.email,
    id: `${messageId}@${hostname}`,
  };
}
