import { createHash } from "node:crypto";
import type { Aggregator } from "./players.ts";
import { SANDBOX_CARRIERS, type SandboxCarrier } from "./script.ts";

/** A number that an account gave an aggregator, since when (ms since 1970), and the id that it has there. */
export type Given = {
  readonly id: string;
  readonly number: string;
  readonly carrier: SandboxCarrier;
  readonly atMs: number;
};

/** What one account gave one aggregator. */
export type AccountNumbers = {
  /** Its own entry, of any carrier where that is null; null for a number that was never given. */
  readonly find: (number: string, carrier: SandboxCarrier | null) => Given | null;
  readonly withId: (id: string) => Given | null;
  /** Gives a number; one that is there stays as it is. */
  readonly give: (number: string, carrier: SandboxCarrier, atMs: number) => Given;
};

export type GivenNumbers = {
  readonly ofAccount: (aggregator: Aggregator, account: string) => AccountNumbers;
  /** Every number that any account gave, once a carrier. */
  readonly all: (aggregator: Aggregator) => readonly Given[];
};

/** What aggregators were given, in memory: after a new start of the sandbox they have to be given it again. */
export function createGivenNumbers(): GivenNumbers {
  const byAggregator = new Map<Aggregator, Map<string, Given>>();

  function bookOf(aggregator: Aggregator): Map<string, Given> {
    const book = byAggregator.get(aggregator) ?? new Map<string, Given>();
    byAggregator.set(aggregator, book);
    return book;
  }

  return {
    ofAccount: (aggregator, account) => {
      const book = bookOf(aggregator);
      const entry = (number: string, carrier: SandboxCarrier) => book.get(idOf(aggregator, account, carrier, number));
      return {
        find: (number, carrier) => {
          const carriers = carrier === null ? SANDBOX_CARRIERS : [carrier];
          return carriers.map((one) => entry(number, one)).find((given) => given !== undefined) ?? null;
        },
        withId: (id) => {
          const given = book.get(id);
          return given !== undefined && given === entry(given.number, given.carrier) ? given : null;
        },
        give: (number, carrier, atMs) => {
          const id = idOf(aggregator, account, carrier, number);
          const given = book.get(id) ?? { id, number, carrier, atMs };
          book.set(id, given);
          return given;
        },
      };
    },
    all: (aggregator) => {
      const given = [...bookOf(aggregator).values()];
      return [...new Map(given.map((one) => [`${one.carrier} ${one.number}`, one])).values()];
    },
  };
}

/** Always the same for the same number of the same account, so that it survives a new start. */
function idOf(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 32);
}
