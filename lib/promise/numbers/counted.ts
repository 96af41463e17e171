/** What was counted in a span (`isNow`) or in the one before: of a part (a lane, a reason) and a bucket (days, tenths). */
export type CountedRow = {
  readonly measure: string;
  readonly part: string;
  readonly bucket: number;
  readonly isNow: boolean;
  readonly count: number;
  readonly sum: number;
};

/** One day of a number that is shown as it goes. `bucket` is its sign only: before, on, after. */
export type CountedDay = Omit<CountedRow, "isNow"> & { readonly day: string };

/** How often a remedy was chosen, and how that stands now. */
export type ChoiceCount = {
  readonly remedy: string;
  readonly state: string;
  readonly isNow: boolean;
  readonly count: number;
};

/** How often a kind of gesture was given; `costMinor` in minor units of the shop's currency. */
export type GestureCount = {
  readonly kind: string;
  readonly isNow: boolean;
  readonly count: number;
  readonly costMinor: number;
};

/** A month, by its first day, and what its gestures have cost. */
export type SpentMonth = { readonly month: string; readonly spentMinor: number };
