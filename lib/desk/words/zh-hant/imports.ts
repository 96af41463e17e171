import type { imports as english } from "#lib/desk/words/en/imports.ts";

/** 工作台「匯入」的文字。 */
export const imports: typeof english = {
  title: "匯入",
};
