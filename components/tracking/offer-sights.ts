/** Seen is what was at least half on the screen for so long without a break (MRC viewable impression: half, one second). */
const SEEN_MS = 1_000;
const HALF = 0.5;
/** What is seen together is told together. */
const TOGETHER_MS = 700;

/** Tells `path` which things of a list were seen, each once, by their `data-offer`. Returns what ends it. */
export function watchOffers(list: Element, path: string): () => void {
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const told = outbox(path);
  const forget = (thing: Element) => {
    clearTimeout(timers.get(thing));
    timers.delete(thing);
  };
  const saw = (thing: Element) => {
    forget(thing);
    watcher.unobserve(thing);
    told.add(thing.getAttribute("data-offer") ?? "");
  };
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, intersectionRatio } of entries) {
        if (!isIntersecting || intersectionRatio < HALF || document.visibilityState !== "visible") forget(target);
        else if (!timers.has(target))
          timers.set(
            target,
            setTimeout(() => saw(target), SEEN_MS),
          );
      }
    },
    { threshold: HALF },
  );
  const watchAll = () => {
    watcher.disconnect();
    for (const thing of [...timers.keys()]) forget(thing);
    if (document.visibilityState === "hidden") return told.send();
    for (const thing of list.querySelectorAll("[data-offer]")) if (!told.has(thing)) watcher.observe(thing);
  };
  watchAll();
  document.addEventListener("visibilitychange", watchAll);
  return () => {
    watcher.disconnect();
    document.removeEventListener("visibilitychange", watchAll);
    for (const thing of [...timers.keys()]) forget(thing);
    told.send();
  };
}

function outbox(path: string) {
  const known = new Set<string>();
  let waiting: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = () => {
    clearTimeout(timer);
    if (waiting.length > 0) navigator.sendBeacon(path, new URLSearchParams({ products: waiting.join(" ") }));
    waiting = [];
  };
  return {
    send,
    has: (thing: Element) => known.has(thing.getAttribute("data-offer") ?? ""),
    add: (id: string) => {
      known.add(id);
      waiting = [...waiting, id];
      clearTimeout(timer);
      timer = setTimeout(send, TOGETHER_MS);
    },
  };
}
