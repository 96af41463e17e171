import type { numbers as english } from "#lib/desk/words/en/numbers.ts";

/** 工作台「數字」的文字。 */
export const numbers: typeof english = {
  title: "數字",
};
