/** What the desk's room of carriers says in English. */
export const carriers = {
  title: "Carriers",
};
