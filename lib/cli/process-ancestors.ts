import { commandOf, identityOf, isAlive, type ProcessIdentity, parentOf } from "#lib/runtime/process-identity.ts";

/**
 * Calls `onGone` once when the npm that started us, or a shell between, is gone. npm hands SIGTERM to its shell only, and
 * the shell dies without telling us; a killed npm tells nobody. Started without npm, nothing is watched.
 */
export function watchNpm(onGone: () => void): void {
  const ancestors = npmAncestors();
  if (ancestors.length === 0) return;
  const timer = setInterval(() => {
    if (ancestors.every(isAlive)) return;
    clearInterval(timer);
    onGone();
  }, 400);
  timer.unref();
}

/** The processes from our parent up to npm itself; none when npm is not found within three steps. */
function npmAncestors(): readonly ProcessIdentity[] {
  if (process.env.npm_lifecycle_event === undefined) return [];
  const found: ProcessIdentity[] = [];
  for (let pid = parentOf(process.pid); pid !== null && found.length < 3; pid = parentOf(pid)) {
    const identity = identityOf(pid);
    if (identity === null) return [];
    found.push(identity);
    if (/\bnpm\b/.test(commandOf(pid).split(" -c ")[0] ?? "")) return found;
  }
  return [];
}
