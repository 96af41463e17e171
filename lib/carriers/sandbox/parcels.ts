import type { ParcelBook } from "./parcel-book.ts";
import type { Begun, Played } from "./played.ts";
import { carrierOfNumber } from "./players.ts";
import type { SandboxCarrier } from "./script.ts";

/** The parcels of the book as everybody who plays them sees them: whoever tells of a number tells the same journey. */
export type Parcels = {
  /** Whose parcel a plain number is, as `carrierOfNumber` says. */
  readonly carrierOf: (number: string, hint: SandboxCarrier | null) => SandboxCarrier | null;
  /** What is known of a plain number at `atMs`; null before its first scan. Begins its journey now, if nobody asked before. */
  readonly played: (carrier: SandboxCarrier, number: string, atMs: number) => Played | null;
  readonly begin: (carrier: SandboxCarrier, number: string) => void;
  /** A number whose script wants a fault, begun; null for any other. */
  readonly faulty: (carrier: SandboxCarrier, number: string) => Begun | null;
};

/** The parcels of a book, by its clock. */
export function parcelsOf(book: ParcelBook): Parcels {
  const isScripted = (carrier: SandboxCarrier, number: string) => book.scriptOf(carrier, number) !== null;
  return {
    carrierOf: (number, hint) => carrierOfNumber(number, hint, isScripted),
    begin: (carrier, number) => void book.begin(carrier, number),
    played: book.played,
    faulty: (carrier, number) => (book.scriptOf(carrier, number)?.fault == null ? null : book.begin(carrier, number)),
  };
}
