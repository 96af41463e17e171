/** Shorter than the patience of shoppers and of most proxies; pages take milliseconds. */
export const DATABASE_PATIENCE_MS = 8_000;

/**
 * What `work` comes to, if it does within so many milliseconds; throws when not. A database that hangs says nothing, not even
 * that it is away: its own deadlines are kept over there. `work` goes on behind it, and how it ends is nobody's any more.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`The database did not answer within ${ms / 1_000} s`)), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
