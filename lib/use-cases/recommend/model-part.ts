import type { BoughtRow, CandidateRow } from "#db/queries/recommend-serving.ts";
import type { ProductFacts } from "#lib/recommend/gate/facts.ts";
import type { ModelPart } from "#lib/recommend/score/partial-model.ts";
import { floatsIn, unsignedIn } from "./packed.ts";

/** The stored rows of these products, as scoring takes them. */
export function rowsOf(rows: readonly BoughtRow[], used: ReadonlySet<number>): ModelPart["rows"] {
  return rows.flatMap(({ number, entries }) => {
    if (number === null || entries === null || !used.has(number)) return [];
    const bytes = Buffer.from(entries, "base64");
    const count = bytes.length / 8;
    return { product: number, targets: unsignedIn(bytes, 0, count), strengths: floatsIn(bytes, count) };
  });
}

/** What the gate must know of a stored product. What the merchant's hand says of it is not in here. */
export function factsOf(row: CandidateRow): ProductFacts {
  const { id, title, category, stock, replenishable, usualGapDays } = row;
  const rating = row.ratingMean === null ? null : { mean: row.ratingMean, count: row.ratingCount ?? 0 };
  const mostReturned = row.mostReturned ?? false;
  return { id, title, category, stock, replenishable, usualGapDays, rating, mostReturned, hidden: false };
}
