import * as z from "zod";
import { syncDue } from "#lib/use-cases/tracking/sync-due.ts";
import type { Job } from "./job.ts";

const schema = z.object({ merchantId: z.uuid(), accountId: z.uuid() });

/** A job that works off a long backlog makes room for other accounts after this. */
const SHIFT_MS = 10_000;

/** Asks about the due parcels of one account, batch after batch. */
export const trackAccount: Job = {
  queue: "track-account",
  when: null,
  concurrency: 8,
  run: async (context, data) => {
    const account = schema.parse(data);
    const stopping = AbortSignal.any([context.stopping, AbortSignal.timeout(SHIFT_MS)]);
    const { trouble: error, ...done } = await syncDue({ ...context, stopping }, account);
    // Its shift was over before its parcels were: the next one begins at once, behind the other accounts.
    if (stopping.aborted && !context.stopping.aborted)
      await context.add("track-account", [{ key: `${account.accountId}/0`, data: account }]);
    if (error !== null)
      context.log.warn(
        { ...account, ...done, problem: error.kind, said: error.message },
        "a carrier did not answer about every parcel",
      );
    else if (done.calls > 0) context.log.info({ ...account, ...done }, "asked a carrier");
  },
};
