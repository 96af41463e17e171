import { QueryClient, QueryObserver } from "@tanstack/react-query";
import type { LiveAnswer } from "#lib/tracking/page/live-answer.ts";
import { followNews } from "./live-stream.ts";
import { lookOptions } from "./look-options.ts";

/** The server action that looks again, handed in by the page: components know no server. */
export type LookAgain = (
  token: string,
  seen: { readonly version: string; readonly language: string | null },
) => Promise<LiveAnswer>;

export type Looking = {
  readonly token: string;
  readonly version: string;
  readonly language: string | null;
  readonly nextLookMs: number | null;
  readonly look: LookAgain;
};

/**
 * Looks again as often as there may be news, and at once when the server says that there are some; until the page's last state
 * is reached or what is returned is called. The new page itself comes with the action's own response. Next runs the actions of
 * one client one after another, so a look may take seconds: whatever else a shopper does on this page is a plain link or a plain
 * form post, never an action. `present` is what the page shows at that moment.
 */
export function keepLooking(present: () => Looking, onAnswer: (answer: LiveAnswer) => void): () => void {
  const { token, nextLookMs } = present();
  const client = new QueryClient();
  // A look that is under way may have read the page a moment before the news: another one follows it.
  let isMissed = false;
  const lookNow = () => {
    isMissed = client.isFetching() > 0;
    if (!isMissed) void client.invalidateQueries();
  };
  const stream = followNews(`/t/${token}/live`, lookNow);
  const look = () => {
    const { look: ask, version, language } = present();
    return ask(token, { version, language });
  };
  const observer = new QueryObserver(client, lookOptions({ key: token, look, nextLookMs, isTold: stream.isOpen }));
  // It notices when somebody comes back to the tab, or the network returns.
  client.mount();
  const unsubscribe = observer.subscribe(({ data, isFetching }) => {
    if (isMissed && !isFetching) lookNow();
    if (data === undefined) return;
    onAnswer(data);
    if (data.nextLookMs === null) stream.end();
  });
  return () => {
    unsubscribe();
    stream.end();
    client.unmount();
  };
}
