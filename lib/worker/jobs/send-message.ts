import * as z from "zod";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { type SendDeps, sendMessage } from "#lib/use-cases/messages/send-message.ts";
import type { Job } from "./job.ts";

const schema = z.object({ merchantId: z.uuid(), messageId: z.uuid() });

/**
 * Sends one email of the outbox. Made only where a mail server is set: without one, nobody takes these jobs, and they wait
 * in the queue for a worker that has one.
 */
export function sendMessageJob(mail: Pick<SendDeps, "mailer" | "publicUrl" | "mailFrom">): Job {
  return {
    queue: "send-message",
    when: null,
    concurrency: 4,
    run: async ({ db, keys, log }, data) => {
      const message = schema.parse(data);
      const outcome = await sendMessage({ db, keys, ...mail }, message);
      switch (outcome.kind) {
        case "nothing":
          return;
        case "sent":
          return log.info(message, "sent an email");
        case "given_up":
          return log.warn({ ...message, reason: outcome.reason }, "gave up an email");
        case "later":
          throw new Error(`An email waits: ${outcome.reason}`);
        default:
          return assertNever(outcome);
      }
    },
  };
}
