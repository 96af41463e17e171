import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { type PageView, viewTally } from "#lib/use-cases/numbers/view-tally.ts";
import { behind } from "./behind.ts";
import { context } from "./context.ts";

/** So long views are gathered before they are written: together, behind whichever answer came first. */
const GATHER_MS = 1_000;
/** One for the process, as the pool is. */
const global = globalThis as typeof globalThis & { porchlightViews?: ReturnType<typeof viewTally> };

/**
 * Counts that an order's page was opened, behind the answer. Not what an open page fetches anew by itself (a server action), nor
 * what a browser fetches ahead.
 */
export function notePageView(view: PageView, sent: Pick<Headers, "get">): void {
  const isAhead = ["sec-purpose", "purpose"].some((name) => sent.get(name)?.includes("prefetch") === true);
  if (isAhead || sent.get("next-action") !== null) return;
  global.porchlightViews ??= viewTally();
  const tally = global.porchlightViews;
  if (!tally.add(view)) return;
  behind("page views", async () => {
    await pause(GATHER_MS);
    await tally.flush(context());
  });
}
