import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** A parent that wants a worker or a web server to end with it sets this and holds the other end of its stdin. */
export const CHILD_MARK = "PORCHLIGHT_CHILD";

/**
 * Runs `work` once when this process is asked to end (Ctrl-C, kill, a closed terminal, or a parent that died), then exits
 * with 128 + signal, or 0 when a parent died. `deadlineMs`, or a second signal, ends it at once; npm doubles Ctrl-C, so what
 * comes within two seconds is still the first. Returns how to forget it.
 */
export function onShutdown(work: () => Promise<void>, deadlineMs = 15_000): () => void {
  let since: number | null = null;
  const shutDown = (code: number) => {
    if (since !== null && performance.now() - since > 2_000) process.exit(code);
    if (since !== null) return;
    since = performance.now();
    // A closed terminal takes no last words; that must not keep us from clearing up.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
    setTimeout(() => process.exit(code), deadlineMs).unref();
    work().then(
      () => process.exit(code),
      (error: unknown) => {
        process.stderr.write(`${messageOf(error)}\n`);
        process.exit(code);
      },
    );
  };
  const handlers = SIGNALS.map((name) => ({ name, handle: () => shutDown(128 + constants.signals[name]) }));
  for (const { name, handle } of handlers) process.on(name, handle);
  const onParentGone = () => shutDown(0);
  if (process.env[CHILD_MARK] === "1") process.stdin.on("end", onParentGone).on("error", onParentGone).resume().unref();
  return () => {
    for (const { name, handle } of handlers) process.off(name, handle);
    process.stdin.off("end", onParentGone).off("error", onParentGone);
  };
}

/** What has to be undone at the end, in the reverse order. */
export type CleanUp = (() => Promise<void>)[];

/** Undoes everything, last first; one that fails does not keep the others from running. */
export async function runCleanUp(cleanUp: CleanUp): Promise<void> {
  for (const work of cleanUp.splice(0).reverse()) {
    await work().catch((error: unknown) => process.stderr.write(`${messageOf(error)}\n`));
  }
}

/** Notes at once that what is being opened has to be closed, so that an end in the middle of it leaves nothing either. */
export function closeAtEnd<T extends { readonly close: () => Promise<void> }>(
  cleanUp: CleanUp,
  opening: Promise<T>,
): Promise<T> {
  const close = () =>
    opening.then(
      (it) => it.close(),
      () => {},
    );
  cleanUp.push(close);
  return opening;
}

/** What went wrong in words for people: a failed query's own text and values say less than PostgreSQL's answer, and more than they should. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message.startsWith("Failed query") && error.cause instanceof Error ? error.cause.message : error.message;
}
