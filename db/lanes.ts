import type { Sql } from "postgres";

/** So many more connections than its pool has a process opens, at most. */
const MOST = 4;

/** Single connections, one user at a time. */
export type Lanes = {
  readonly use: <T>(work: (lane: Sql) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<unknown>;
};

/**
 * Lanes that are opened when they are needed. The driver's own `reserve` would do, if it did not take a connection that was
 * lost meanwhile back into its pool. One user at a time, since a connection that is being opened keeps no order among many.
 */
export function openLanes(open: () => Sql): Lanes {
  const opened: Sql[] = [];
  const idle: Sql[] = [];
  const waiting: ((lane: Sql) => void)[] = [];
  const take = (): Sql | Promise<Sql> => {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (opened.length === MOST) return new Promise((resolve) => waiting.push(resolve));
    const lane = open();
    opened.push(lane);
    return lane;
  };
  const giveBack = (lane: Sql) => {
    const next = waiting.shift();
    if (next === undefined) idle.push(lane);
    else next(lane);
  };
  return {
    use: async (work) => {
      const lane = await take();
      return work(lane).finally(() => giveBack(lane));
    },
    close: () => Promise.all(opened.map((lane) => lane.end({ timeout: 5 }))),
  };
}
