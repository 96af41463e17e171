import type { FileContext, Row, RowProblem } from "#lib/orders/file-format.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";

/** What files say where nobody chose a carrier; the last two stay what they are where the number does not tell either. */
const UNNAMED: ReadonlySet<string> = new Set(["", "other", "unknown"]);
/** More would be no suggestion. */
const MOST_NAMED = 3;

type Suggestions = Pick<FileContext, "carriersOf">;

/**
 * The carrier of a row that names none: the only one that has such numbers, with its check digit right. Null where the row names
 * one, which counts more than any guess, or where there is a doubt: forms overlap.
 */
export function sureCarrier({ cells }: Row, { carriersOf }: Suggestions): string | null {
  if (!UNNAMED.has((cells.Carrier ?? "").trim().toLowerCase())) return null;
  const [first, ...others] = carriersOf(cells["Tracking number"] ?? "");
  return first?.isChecked === true && others.length === 0 ? first.carrier : null;
}

/** A problem with a row's carrier, with those that the number looks like; any other as it is. */
export function withSuggestion(problem: RowProblem, rows: readonly Row[], { carriersOf }: Suggestions): RowProblem {
  if (problem.column !== "Carrier") return problem;
  const cells = rows.find(({ line }) => line === problem.line)?.cells;
  const likely = carriersOf(cells?.["Tracking number"] ?? "").slice(0, MOST_NAMED);
  if (likely.length === 0) return problem;
  const names = likely.map(({ carrier }) => carrierName(carrier)).join(" or ");
  return { ...problem, reason: `${problem.reason}; the number looks like ${names}` };
}
