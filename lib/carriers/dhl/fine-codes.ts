import { codesIn, type WhyRow } from "#lib/carriers/meaning.ts";
import type { Status } from "#lib/tracking/status.ts";

/** What a division's code adds to the coarse status code. `coarse`: the status stays, there is a reason for it. */
export type Fine = WhyRow & { readonly says: Status | "informs" | "coarse"; readonly leftAt?: string };

/** Codes of one division that mean the same, with spaces between. */
export type Row = readonly [codes: string, says: Fine["says"], more?: Omit<Fine, "says">];

/** A division's codes by their text. */
export function codesOf(rows: readonly Row[]): ReadonlyMap<string, Fine> {
  return new Map(
    rows.flatMap(([codes, says, more]) => codesIn(codes).map((code) => [code, { says, ...more }] as const)),
  );
}

export const WRONG_ADDRESS = { reason: "address_problem", action: "correct_address" } as const;
export const TO_BE_PAID = { reason: "payment_due", action: "pay_charges" } as const;
export const PAPERS_MISSING = { reason: "customs_documents", action: "provide_documents" } as const;
export const ON_WISH = { reason: "rescheduled", responsible: "shopper" } as const;
export const NEIGHBOUR = { leftAt: "Neighbour" } as const;
