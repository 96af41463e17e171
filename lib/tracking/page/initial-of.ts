/** "Arthur Nguyen" is "A": enough to recognise oneself, not enough to know another (product rule 15). */
export function initialOf(name: string | null): string | null {
  const [letter] = Array.from(name?.trim() ?? "");
  return letter === undefined || !/\p{L}/u.test(letter) ? null : letter.toUpperCase();
}
