import { SANDBOX_CARRIERS, type SandboxCarrier } from "./script.ts";

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

export type CallCounts = Readonly<Record<SandboxCarrier, CarrierCalls>>;

type Count = { calls: number; numbers: number; maxBatch: number; tokens: number; byNumber: Map<string, number> };

export type Calls = {
  readonly countToken: (carrier: SandboxCarrier) => void;
  readonly countCall: (carrier: SandboxCarrier, numbers: readonly string[]) => void;
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
    all: () => byCarrier((carrier) => ({ ...counts[carrier], byNumber: Object.fromEntries(counts[carrier].byNumber) })),
    reset: () => {
      counts = noCounts();
    },
  };
}

function noCounts(): Record<SandboxCarrier, Count> {
  return byCarrier(() => ({ calls: 0, numbers: 0, maxBatch: 0, tokens: 0, byNumber: new Map<string, number>() }));
}

function byCarrier<T>(make: (carrier: SandboxCarrier) => T): Record<SandboxCarrier, T> {
  const [ups, fedex, usps, dhl] = SANDBOX_CARRIERS;
  return { ups: make(ups), fedex: make(fedex), usps: make(usps), dhl: make(dhl) };
}
