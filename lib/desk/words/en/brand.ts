/** What the desk's room of brand says in English. */
export const brand = {
  title: "Brand",
};
