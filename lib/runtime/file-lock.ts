import { DatabaseSync } from "node:sqlite";

/**
 * Runs `work` while no other process holds the lock file. The lock is the operating system's (SQLite takes it on an
 * empty file), so a killed holder lets go by dying and no stale lock has to be recognised.
 * Throws when the lock is not free within `waitMs`.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>, waitMs = 180_000): Promise<T> {
  const lock = openLock(file);
  try {
    const end = performance.now() + waitMs;
    while (!tryLock(lock)) {
      if (performance.now() > end)
        throw new Error(`${file} is held by another process for more than ${waitMs / 1000} s`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    return await work();
  } finally {
    lock.close();
  }
}

/** The same without giving way, for a process that is exiting; does nothing when the lock is not free within `waitMs`. */
export function withFileLockSync(file: string, work: () => void, waitMs = 2_000): void {
  const lock = openLock(file);
  try {
    lock.exec(`pragma busy_timeout = ${waitMs}`);
    if (tryLock(lock)) work();
  } finally {
    lock.close();
  }
}

function openLock(file: string): DatabaseSync {
  try {
    const lock = new DatabaseSync(file);
    lock.exec("pragma busy_timeout = 0");
    return lock;
  } catch (cause) {
    throw new Error(`${file} cannot be opened; does the folder belong to another user?`, { cause });
  }
}

function tryLock(lock: DatabaseSync): boolean {
  try {
    lock.exec("begin exclusive");
    return true;
  } catch (error) {
    if (error instanceof Error && /locked/.test(error.message)) return false;
    throw error;
  }
}
