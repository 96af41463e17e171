import { QueryClient, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { LiveAnswer } from "#lib/tracking/page/live-answer.ts";
import { lookOptions } from "./look-options.ts";
import { useLiveStream } from "./use-live-stream.ts";

/** The server action that looks again, handed in by the page: components know no server. */
export type LookAgain = (
  token: string,
  seen: { readonly version: string; readonly language: string | null },
) => Promise<LiveAnswer>;

export type LiveLooksProps = {
  readonly token: string;
  readonly version: string;
  readonly language: string | null;
  readonly nextLookMs: number | null;
  readonly look: LookAgain;
  readonly onAnswer: (answer: LiveAnswer) => void;
};

/**
 * Looks again as often as there may be news, and at once when the server says that there are some. The new page itself comes
 * with the action's own response. Next runs the actions of one client one after another, so a look may take seconds: whatever
 * else a shopper does on this page is a plain link or a plain form post, never an action. Shows nothing itself.
 */
export function LiveLooks({ token, version, language, nextLookMs, look, onAnswer }: LiveLooksProps) {
  const client = useQueryClientOfOwn();
  const [isOver, setOver] = useState(nextLookMs === null);
  const stream = useLiveStream(isOver ? null : `/t/${token}/live`, () => void client.invalidateQueries());
  const isTold = () => stream.current?.readyState === EventSource.OPEN;
  const { data } = useQuery(
    lookOptions({ key: token, look: () => look(token, { version, language }), nextLookMs, isTold }),
    client,
  );
  useEffect(() => {
    if (data === undefined) return;
    onAnswer(data);
    setOver(data.nextLookMs === null);
  }, [data, onAnswer]);
  return null;
}

/** One that notices when somebody comes back to the tab or the network returns; a provider would only serve more queries. */
function useQueryClientOfOwn(): QueryClient {
  const [client] = useState(() => new QueryClient());
  useEffect(() => {
    client.mount();
    return () => client.unmount();
  }, [client]);
  return client;
}
