import { setImmediate } from "node:timers/promises";

/** How long a try may take, and how it tells how far it is. */
export type TryClock = {
  readonly isOver: () => boolean;
  /** Lets everything else in this process have its turn. */
  readonly breathe: () => Promise<void>;
  readonly tell: (done: number, of: number) => void;
};

/** Long enough for an even sample of some thousand parcels, short enough to be waited for. */
const MOST_MS = 12_000;

export function tryClock(onProgress: (line: { readonly done: number; readonly of: number }) => void): TryClock {
  const started = performance.now();
  return {
    isOver: () => performance.now() - started > MOST_MS,
    breathe: () => setImmediate(),
    tell: (done, of) => onProgress({ done: Math.min(done, of), of }),
  };
}
