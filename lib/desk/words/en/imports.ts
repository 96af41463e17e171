/** What the desk's room of imports says in English. */
export const imports = {
  title: "Imports",
};
