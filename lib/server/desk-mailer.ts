import "server-only";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { newId } from "#lib/kernel/ids.ts";
import { deskMail } from "#lib/messages/desk-mail.ts";
import { smtpMailer } from "#lib/messages/smtp-mailer.ts";
import { createLogger } from "#lib/runtime/logger.ts";
import { webEnv } from "./web-env.ts";

export type DeskMail = {
  readonly to: string;
  readonly subject: string;
  readonly sentence: string;
  readonly button: string;
  readonly url: string;
  readonly voice: DeskVoice;
};

const log = createLogger("web");

/** Whether links can be mailed: links in mails would lead to this machine where nobody said what we are called. */
export function canMail(): boolean {
  const { smtpUrl, publicUrl } = webEnv();
  return smtpUrl !== null && publicUrl !== null;
}

/**
 * Sends a mail to somebody at the desk, at once: it is of use for minutes, so it does not wait in the outbox. Null where no
 * mail can be sent. What fails is logged, without the address.
 */
export function deskMailer(): ((mail: DeskMail) => Promise<void>) | null {
  const { smtpUrl, publicUrl, mailFrom } = webEnv();
  if (smtpUrl === null || publicUrl === null) return null;
  const mailer = smtpMailer(smtpUrl);
  const { hostname } = new URL(publicUrl);
  const from = { name: "Porchlight", address: mailFrom ?? `no-reply@${hostname}` };
  return async ({ voice, to, ...about }) => {
    const text = deskMail({ tag: voice.tag, ...about });
    const sent = await mailer.send({ ...text, from, replyTo: null, to, id: `${newId()}@${hostname}` });
    if (!sent.ok) log.error({ reason: sent.error.reason }, "a mail of the desk was not sent");
  };
}
