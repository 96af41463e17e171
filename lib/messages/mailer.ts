import type { Result } from "#lib/kernel/result.ts";

export type Mailbox = { readonly name: string; readonly address: string };

/** One mail to one person, ready to be sent. */
export type Mail = {
  readonly from: Mailbox;
  readonly replyTo: string | null;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Without the angle brackets: sent again, a mail has the same one, and mail programs show it once. */
  readonly id: string;
};

/**
 * Why a mail was not taken. `refused` is for good: this mail will never be. Everything else may pass by itself. `reason` is a
 * word for the operator: it holds no address and nothing that the server said.
 */
export type MailError = { readonly kind: "refused" | "away"; readonly reason: string };

/** Hands a mail over for delivery. Comes back within 20 s and throws nothing for what the outside world does. */
export type Mailer = { readonly send: (mail: Mail) => Promise<Result<void, MailError>> };
