import { useEffect, useState } from "react";

const TICK_MS = 20_000;

/**
 * The server's time in milliseconds since 1970, moving on every 20 seconds while somebody sees the page; null until the page
 * is alive. Counts on from `at`, the server's time when the page was made: the device's own clock may be wrong.
 */
export function useServerClock(at: string): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const ahead = Date.parse(at) - Date.now();
    let timer: ReturnType<typeof setInterval> | undefined;
    const tick = () => setNow(Date.now() + ahead);
    const run = () => {
      clearInterval(timer);
      if (document.visibilityState !== "visible") return;
      tick();
      timer = setInterval(tick, TICK_MS);
    };
    run();
    document.addEventListener("visibilitychange", run);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", run);
    };
  }, [at]);
  return now;
}
