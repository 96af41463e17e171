const TRY_AGAIN_MS = 60_000;

export type LiveStream = { readonly isOpen: () => boolean; readonly end: () => void };

/**
 * Follows the news at `url` while somebody sees the page. `onNews` is called for each, and whenever a stream begins anew, since
 * there may have been some in between. One that the server refuses is asked for again a minute later or when somebody comes
 * back.
 */
export function followNews(url: string, onNews: () => void): LiveStream {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFirst = true;
  const leave = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const follow = () => {
    leave();
    if (document.visibilityState !== "visible") return;
    const opened = new EventSource(url);
    opened.onopen = () => {
      if (!isFirst) onNews();
      isFirst = false;
    };
    opened.onmessage = onNews;
    opened.onerror = () => {
      if (opened.readyState === EventSource.CLOSED) timer = setTimeout(follow, TRY_AGAIN_MS);
    };
    source = opened;
  };
  follow();
  document.addEventListener("visibilitychange", follow);
  return {
    isOpen: () => source?.readyState === EventSource.OPEN,
    end: () => {
      document.removeEventListener("visibilitychange", follow);
      leave();
    },
  };
}
