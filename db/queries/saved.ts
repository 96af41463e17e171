/** What became of one row: the words of the import's report. */
export type Saved = "imported" | "updated" | "unchanged";

/** Puts answers that name their input by `n` back into the input's order. */
export function savedInOrder(
  count: number,
  rows: readonly { readonly n: number; readonly saved: string }[],
): readonly Saved[] {
  const byInput = new Map(rows.map((row) => [row.n, row.saved]));
  return Array.from({ length: count }, (_, n) => {
    const saved = byInput.get(n);
    return saved === "imported" || saved === "updated" ? saved : "unchanged";
  });
}
