import type { SpentMonth } from "./counted.ts";
import type { Course } from "./course-of.ts";
import type { NumberSpan, SpanProblem } from "./number-span.ts";
import type { SpanNumbers } from "./span-numbers.ts";

/** So many of so many. */
type Share = { readonly count: number; readonly of: number };

/** Who bought something of their first row, with it shown and with it kept from them; `of` are shoppers. */
export type HoldOutNumbers = {
  readonly asOf: string;
  /** For so many days a purchase counts. */
  readonly windowDays: number;
  readonly shown: Share;
  readonly heldOut: Share;
  /** How much higher the first rate is, with its 95 % interval; null while a side has nobody. */
  readonly effect: { readonly difference: number; readonly low: number; readonly high: number } | null;
};

/** Everything that the desk's numbers show of one span, and of the one before it. */
export type ShopNumbers = {
  readonly span: NumberSpan;
  readonly problem: SpanProblem | null;
  readonly zone: string;
  readonly today: string;
  /** An ISO instant; null while nothing was counted yet. */
  readonly countedAt: string | null;
  readonly now: SpanNumbers;
  readonly before: SpanNumbers;
  readonly course: readonly Course[];
  readonly months: readonly SpentMonth[];
  /** What a month's gestures may cost, in minor units; null where the shop set nothing. */
  readonly budgetMinor: number | null;
  readonly holdOut: HoldOutNumbers | null;
};
