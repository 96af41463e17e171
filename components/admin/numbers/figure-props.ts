import type { FigureName } from "#lib/promise/numbers/number-records.ts";
import type { ShopNumbers } from "#lib/promise/numbers/shop-numbers.ts";
import type { FigureWords } from "./figure-words.ts";

/** What every figure of the page is made from. */
export type FiguresProps = {
  readonly numbers: ShopNumbers;
  readonly words: FigureWords;
  /** Where a figure's file is. */
  readonly csvOf: (figure: FigureName) => string;
};
