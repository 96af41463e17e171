import { areAlike } from "./are-alike.ts";
import type { Candidate, GateInput } from "./facts.ts";
import { isLikeItsReason, isPinned, productReason } from "./product-reason.ts";
import type { ProductReason, RowReason } from "./reasons.ts";
import { rowReason } from "./row-reason.ts";

/** A row has room for so many. */
const ROW_SIZE = 4;

/** What a shopper sees, and for the merchant what not and why. Every candidate is in exactly one of the two lists. */
export type GatedRow = {
  readonly shown: readonly Candidate[];
  readonly withheld: readonly { readonly candidate: Candidate; readonly reason: ProductReason | RowReason }[];
  /** Why the whole row stays away; null when products were judged one by one. */
  readonly reason: RowReason | null;
};

/**
 * The one way from candidates to the page: each product and the whole row must pass. What is withheld is not made up for:
 * the row is shorter, or gone. What the merchant pinned to this order comes first; a product named twice counts once.
 */
export function gatedRow(input: GateInput): GatedRow {
  const reason = rowReason(input);
  const shown: Candidate[] = [];
  const withheld: { candidate: Candidate; reason: ProductReason | RowReason }[] = [];
  for (const candidate of inOrder(input)) {
    const against = againstIt(candidate, input) ?? placeReason(candidate, shown);
    if (against !== null) withheld.push({ candidate, reason: against });
    else shown.push(candidate);
  }
  if (reason === null) return { shown, withheld, reason };
  return { shown: [], withheld: [...shown.map((candidate) => ({ candidate, reason })), ...withheld], reason };
}

function againstIt(candidate: Candidate, input: GateInput): ProductReason | null {
  const reason = productReason(candidate.product, input);
  if (reason !== null || isPinned(candidate.product, input)) return reason;
  return isLikeItsReason(candidate, input) ? "same_category" : null;
}

function placeReason({ product }: Candidate, shown: readonly Candidate[]): ProductReason | null {
  if (shown.length >= ROW_SIZE) return "no_room";
  return shown.some((one) => areAlike(one.product, product)) ? "too_alike" : null;
}

function inOrder(input: GateInput): readonly Candidate[] {
  const distinct = new Map(input.candidates.toReversed().map((candidate) => [candidate.product.id, candidate]));
  const once = input.candidates.filter((candidate) => distinct.get(candidate.product.id) === candidate);
  const isFirst = ({ product }: Candidate) => isPinned(product, input);
  return [...once.filter(isFirst), ...once.filter((candidate) => !isFirst(candidate))];
}
