/** What the desk's room of orders says in English. */
export const orders = {
  title: "Orders",
};
