import { byPlayer, type Player } from "./players.ts";

/** What clients asked one carrier for, refused requests included. */
export type CarrierCalls = {
  /** Requests that asked for parcels. */
  readonly calls: number;
  /** Numbers in all of them together, repetitions included. */
  readonly numbers: number;
  readonly maxBatch: number;
  /** Requests for a token. */
  readonly tokens: number;
  readonly byNumber: Readonly<Record<string, number>>;
};

export type CallCounts = Readonly<Record<Player, CarrierCalls>>;

type Count = { calls: number; numbers: number; maxBatch: number; tokens: number; byNumber: Map<string, number> };

export type Calls = {
  readonly countToken: (carrier: Player) => void;
  readonly countCall: (carrier: Player, numbers: readonly string[]) => void;
  readonly all: () => CallCounts;
  readonly reset: () => void;
};

/** Counts calls from now on. */
export function createCalls(): Calls {
  let counts = noCounts();
  return {
    countToken: (carrier) => {
      counts[carrier].tokens += 1;
    },
    countCall: (carrier, numbers) => {
      const count = counts[carrier];
      count.calls += 1;
      count.numbers += numbers.length;
      count.maxBatch = Math.max(count.maxBatch, numbers.length);
      for (const number of numbers) count.byNumber.set(number, (count.byNumber.get(number) ?? 0) + 1);
    },
    all: () => byPlayer((carrier) => ({ ...counts[carrier], byNumber: Object.fromEntries(counts[carrier].byNumber) })),
    reset: () => {
      counts = noCounts();
    },
  };
}

function noCounts(): Record<Player, Count> {
  return byPlayer(() => ({ calls: 0, numbers: 0, maxBatch: 0, tokens: 0, byNumber: new Map<string, number>() }));
}
