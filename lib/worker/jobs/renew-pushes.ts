import { pushAccountsAfter } from "#db/queries/push-subscriptions.ts";
import { type Looked, renewPushes } from "#lib/use-cases/pushes/renew-pushes.ts";
import type { Job } from "./job.ts";

const PAGE = 200;

/** Every minute: carriers that have to be asked to push are asked about parcels that are new or whose time runs out. */
export function renewPushesJob({ publicUrl }: { readonly publicUrl: string }): Job {
  // How far each account's parcels were looked through; a worker that starts anew looks through all of them once.
  const looked: Looked = new Map();
  return {
    queue: "renew-pushes",
    when: { everySeconds: 60 },
    run: async (context) => {
      let after = "";
      for (;;) {
        const accounts = await pushAccountsAfter(context.db, after, PAGE);
        for (const account of accounts) {
          if (context.stopping.aborted) return;
          const { asked, failed, problem } = await renewPushes({ ...context, publicUrl, looked }, account);
          const about = { accountId: account.accountId, asked, failed };
          if (problem !== null) context.log.warn({ ...about, problem }, "a carrier did not take every parcel to push");
          else if (asked > 0) context.log.info(about, "asked a carrier to push");
        }
        const last = accounts.at(-1);
        if (last === undefined || accounts.length < PAGE) return;
        after = last.webhookKey;
      }
    },
  };
}
