import type { Remedy } from "./remedy/remedy.ts";

/** How much of a period was looked at: all of it, or an even sample. `isCut`: the time was up before that. */
export type Sample = { readonly looked: number; readonly of: number; readonly isCut: boolean };

/** What some rules come to beside those that hold and beside what really happened. */
export type Compared<Sum> = { readonly would: Sum; readonly now: Sum; readonly really: Sum };

/** What rules about delays come to. Money is in minor units of the shop's currency. */
export type ToldSum = {
  /** Shoppers who are told of a delay, and of them those who are apologised to. */
  readonly told: number;
  readonly sorry: number;
  readonly gestures: number;
  readonly costMinor: number;
  /** Gestures that were made smaller or not given since the budgets did not hold them; null where nobody noted that. */
  readonly short: number | null;
  /** Shoppers who are offered a remedy; null where nobody noted that. */
  readonly offered: Readonly<Partial<Record<Remedy, number>>> | null;
};

/** Of so many orders with a window, so many have come, and of these so many within it or before. */
export type Kept = { readonly orders: number; readonly arrived: number; readonly kept: number };

/** What rules about promises come to: in all, and by rule; null is the method's own text. */
export type KeptSum = Kept & { readonly rules: readonly (Kept & { readonly rule: string | null })[] };
