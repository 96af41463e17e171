import { type RefObject, useEffect, useRef } from "react";

const TRY_AGAIN_MS = 60_000;

/**
 * Follows the news at `url` while somebody sees the page; null follows none. `onNews` is called for each, and whenever a
 * stream begins anew, since there may have been news in between. One that the server refuses is asked for again a minute later
 * or when somebody comes back. Returns where the present stream is.
 */
export function useLiveStream(url: string | null, onNews: () => void): RefObject<EventSource | null> {
  const stream = useRef<EventSource | null>(null);
  const news = useRef(onNews);
  useEffect(() => {
    news.current = onNews;
  });
  useEffect(() => {
    if (url === null) return;
    let isFirst = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(timer);
      stream.current?.close();
      stream.current = null;
    };
    const follow = () => {
      leave();
      if (document.visibilityState !== "visible") return;
      const source = new EventSource(url);
      source.onopen = () => {
        if (!isFirst) news.current();
        isFirst = false;
      };
      source.onmessage = () => news.current();
      source.onerror = () => {
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(follow, TRY_AGAIN_MS);
      };
      stream.current = source;
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      leave();
    };
  }, [url]);
  return stream;
}
