import type { CountedRow } from "./counted.ts";

/** How long one carrier takes from one country to another, in days of the calendar after hand-over. */
export type Lane = {
  readonly carrier: string;
  /** ISO 3166 alpha-2; null where nobody told. */
  readonly from: string | null;
  readonly to: string | null;
  readonly parcels: number;
  /** Half of them took no longer, and nine of ten took no longer than `slow`. */
  readonly median: number;
  readonly slow: number;
};

/** Lanes from counts by `carrier|from|to` and days, the busiest first. */
export function lanesOf(rows: readonly CountedRow[]): readonly Lane[] {
  return [...Map.groupBy(rows, ({ part }) => part)]
    .map(([part, some]) => {
      const [carrier = "", from = "", to = ""] = part.split("|");
      const days = some.toSorted((one, other) => one.bucket - other.bucket);
      const parcels = days.reduce((sum, { count }) => sum + count, 0);
      const places = { from: from === "" ? null : from, to: to === "" ? null : to };
      return { carrier, ...places, parcels, median: quantile(days, parcels / 2), slow: quantile(days, parcels * 0.9) };
    })
    .sort((one, other) => other.parcels - one.parcels || (one.carrier < other.carrier ? -1 : 1));
}

/** The least number of days within which so many parcels came. */
function quantile(days: readonly CountedRow[], rank: number): number {
  let seen = 0;
  for (const { bucket, count } of days) {
    seen += count;
    if (seen >= rank) return bucket;
  }
  return days.at(-1)?.bucket ?? 0;
}
