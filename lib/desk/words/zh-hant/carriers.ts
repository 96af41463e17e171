import type { carriers as english } from "#lib/desk/words/en/carriers.ts";

/** 工作台「物流商」的文字。 */
export const carriers: typeof english = {
  title: "物流商",
};
