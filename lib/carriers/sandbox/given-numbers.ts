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
  /** Every number that any account gave, once a carrier: the entry of whoever gave it first. */
  readonly all: (aggregator: Aggregator) => readonly Given[];
  /** That of one number; null where nobody gave it. */
  readonly first: (aggregator: Aggregator, carrier: SandboxCarrier, number: string) => Given | null;
};

type Book = { readonly byId: Map<string, Given>; readonly first: Map<string, Given> };

/** What aggregators were given, in memory: after a new start of the sandbox they have to be given it again. */
export function createGivenNumbers(): GivenNumbers {
  const books = new Map<Aggregator, Book>();

  function bookOf(aggregator: Aggregator): Book {
    const book = books.get(aggregator) ?? { byId: new Map<string, Given>(), first: new Map<string, Given>() };
    books.set(aggregator, book);
    return book;
  }

  return {
    ofAccount: (aggregator, account) => {
      const { byId, first } = bookOf(aggregator);
      const entry = (number: string, carrier: SandboxCarrier) => byId.get(idOf(aggregator, account, carrier, number));
      return {
        find: (number, carrier) => {
          const carriers = carrier === null ? SANDBOX_CARRIERS : [carrier];
          return carriers.map((one) => entry(number, one)).find((given) => given !== undefined) ?? null;
        },
        withId: (id) => {
          const given = byId.get(id);
          return given !== undefined && given === entry(given.number, given.carrier) ? given : null;
        },
        give: (number, carrier, atMs) => {
          const id = idOf(aggregator, account, carrier, number);
          const given = byId.get(id) ?? { id, number, carrier, atMs };
          byId.set(id, given);
          if (!first.has(`${carrier} ${number}`)) first.set(`${carrier} ${number}`, given);
          return given;
        },
      };
    },
    all: (aggregator) => [...bookOf(aggregator).first.values()],
    first: (aggregator, carrier, number) => bookOf(aggregator).first.get(`${carrier} ${number}`) ?? null,
  };
}

/** Always the same for the same number of the same account, so that it survives a new start. */
function idOf(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 32);
}
