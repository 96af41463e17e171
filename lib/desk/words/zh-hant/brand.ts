import type { brand as english } from "#lib/desk/words/en/brand.ts";

/** 工作台「品牌」的文字。 */
export const brand: typeof english = {
  title: "品牌",
};
