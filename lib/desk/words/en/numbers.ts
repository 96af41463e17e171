/** What the desk's room of numbers says in English. */
export const numbers = {
  title: "Numbers",
};
