import { smtpMailer } from "#lib/messages/smtp-mailer.ts";
import type { Env } from "#lib/runtime/env.ts";
import type { Job } from "./jobs/job.ts";
import { sendMessageJob } from "./jobs/send-message.ts";

/**
 * The jobs that send. None without a mail server: its messages wait for a worker that has one. Throws where links would lead
 * to this machine, since nobody sees what stands in a mail that was sent.
 */
export function sendingJobs({ smtpUrl, publicUrl, mailFrom }: Env): readonly Job[] {
  if (smtpUrl === null) return [];
  if (publicUrl === null) {
    throw new Error(
      "SMTP_URL is set and PUBLIC_URL is not: the links in mails would lead to this machine. Set PUBLIC_URL as for the web server.",
    );
  }
  return [sendMessageJob({ mailer: smtpMailer(smtpUrl), publicUrl, mailFrom })];
}
