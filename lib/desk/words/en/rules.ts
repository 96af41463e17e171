/** What the desk's room of rules says in English. */
export const rules = {
  title: "Rules",
};
