/** What the desk's room of queue says in English. */
export const queue = {
  title: "To do",
};
