import { isMainThread } from "node:worker_threads";

/*
 * Loaded before a program that is not ours (`node --import`): ends it when the parent at the other end of stdin is gone,
 * however that parent died. A program that does not end within five seconds is ended hard.
 */
if (isMainThread) {
  const end = () => {
    setTimeout(() => process.exit(1), 5_000).unref();
    process.kill(process.pid, "SIGTERM");
  };
  process.stdin.once("end", end).once("error", end).resume();
  // Only a socket or a pipe can be let go of; anything else ends at once anyway.
  if ("unref" in process.stdin) process.stdin.unref();
}
