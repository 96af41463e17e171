import type { queue as english } from "#lib/desk/words/en/queue.ts";

/** 工作台「待辦」的文字。 */
export const queue: typeof english = {
  title: "待辦",
};
