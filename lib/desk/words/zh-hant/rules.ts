import type { rules as english } from "#lib/desk/words/en/rules.ts";

/** 工作台「規則」的文字。 */
export const rules: typeof english = {
  title: "規則",
};
