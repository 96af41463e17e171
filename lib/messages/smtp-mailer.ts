import { createTransport } from "nodemailer";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import type { Mail, MailError, Mailer } from "./mailer.ts";

const DEADLINE_MS = 20_000;

/**
 * Sends by SMTP. `url` as nodemailer reads it: `smtps://` speaks TLS from the start, `smtp://` goes over to it where the
 * server offers it, and `?requireTLS=true` insists. One connection a mail, given up after `deadlineMs`.
 */
export function smtpMailer(url: string, deadlineMs = DEADLINE_MS): Mailer {
  const transport = createTransport(url);
  return {
    send: async (mail) => {
      const signal = AbortSignal.timeout(deadlineMs);
      try {
        await transport.sendMail({ ...messageOf(mail), signal });
        return ok(undefined);
      } catch (error) {
        return failed(error);
      }
    },
  };
}

/** `Auto-Submitted` keeps out-of-office notes away (RFC 3834). Nothing is read from files or the web. */
function messageOf(mail: Mail) {
  return {
    from: mail.from,
    to: { name: "", address: mail.to },
    ...(mail.replyTo === null ? {} : { replyTo: { name: mail.from.name, address: mail.replyTo } }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}>`,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

type Trouble = "refused" | "unusable" | "deferred" | "login" | "tls" | "timeout" | "unreachable";

/** Only codes are read: what a server says often repeats the address. RFC 5321 section 4.2.1: 5xx is for good. */
function failed(error: unknown): Result<void, MailError> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const status = error instanceof Error && "responseCode" in error ? Number(error.responseCode) || 0 : 0;
  return err(errorOf(troubleOf(code, status), status));
}

function troubleOf(code: string, status: number): Trouble {
  if (code === "EAUTH" || code === "ENOAUTH") return "login";
  if (code === "ETLS" || code === "EREQUIRETLS") return "tls";
  if (code === "ETIMEDOUT" || code === "EABORT") return "timeout";
  if (status >= 500 && status !== 503 && (code === "EENVELOPE" || code === "EMESSAGE")) return "refused";
  if (status >= 400) return "deferred";
  return code === "EENVELOPE" ? "unusable" : "unreachable";
}

function errorOf(trouble: Trouble, status: number): MailError {
  switch (trouble) {
    case "refused":
      return { kind: "refused", reason: `mail_server_refused_${status}` };
    case "unusable":
      return { kind: "refused", reason: "address_unusable" };
    case "deferred":
      return { kind: "away", reason: `mail_server_deferred_${status}` };
    case "login":
      return { kind: "away", reason: "mail_server_refused_login" };
    case "tls":
      return { kind: "away", reason: "mail_server_tls_failed" };
    case "timeout":
      return { kind: "away", reason: "mail_server_timeout" };
    case "unreachable":
      return { kind: "away", reason: "mail_server_unreachable" };
    default:
      return assertNever(trouble);
  }
}
