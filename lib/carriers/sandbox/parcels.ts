import type { ParcelBook } from "./parcel-book.ts";
import { type Played, playedAt } from "./played.ts";
import { carrierOfNumber } from "./players.ts";
import type { Fault, SandboxCarrier } from "./script.ts";

/** The parcels of the book as everybody who plays them sees them: whoever tells of a number tells the same journey. */
export type Parcels = {
  /** Whose parcel a plain number is, as `carrierOfNumber` says. */
  readonly carrierOf: (number: string, hint: SandboxCarrier | null) => SandboxCarrier | null;
  /** What is known of a plain number at `atMs`; null before its first scan. Begins its journey now, if nobody asked before. */
  readonly played: (carrier: SandboxCarrier, number: string, atMs: number) => Played | null;
  readonly begin: (carrier: SandboxCarrier, number: string) => void;
  readonly faultOf: (carrier: SandboxCarrier, number: string) => Fault | null;
};

/** The parcels of a book, by the sandbox's clock. */
export function parcelsOf(book: ParcelBook, nowMs: () => number): Parcels {
  const isScripted = (carrier: SandboxCarrier, number: string) => book.scriptOf(carrier, number) !== null;
  return {
    carrierOf: (number, hint) => carrierOfNumber(number, hint, isScripted),
    played: (carrier, number, atMs) => playedAt(book.begin(carrier, number, nowMs()), atMs),
    begin: (carrier, number) => void book.begin(carrier, number, nowMs()),
    faultOf: (carrier, number) => book.scriptOf(carrier, number)?.fault ?? null,
  };
}
