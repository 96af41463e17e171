import { useEffect, useState } from "react";

const AFTER_MS = 1_000;

/** True about a second after the page is in front of somebody and the browser has nothing better to do; then for good. */
export function useSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => ("requestIdleCallback" in window ? requestIdleCallback(done) : done());
    const done = () => setSettled(true);
    const begin = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") timer = setTimeout(settle, AFTER_MS);
    };
    begin();
    document.addEventListener("visibilitychange", begin);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", begin);
    };
  }, []);
  return isSettled;
}
