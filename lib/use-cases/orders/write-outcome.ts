/** What became of one draft. */
export type WriteOutcome =
  | { readonly kind: "imported" | "updated" | "unchanged" }
  /** Nothing was written; the column that is to blame, and why. */
  | { readonly kind: "rejected"; readonly column: string; readonly reason: string }
  /** Nothing was written, since another draft of the same order was rejected. */
  | { readonly kind: "left_out" };
