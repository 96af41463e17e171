import type { orders as english } from "#lib/desk/words/en/orders.ts";

/** 工作台「訂單」的文字。 */
export const orders: typeof english = {
  title: "訂單",
};
