/** Thai writes these vowels before the consonant that they belong to; the consonant is the initial: "เอก" is อ. */
const THAI_VOWEL_BEFORE = /^[\u0e40-\u0e44](?=\p{L})/u;

/** "Arthur Nguyen" is "A": enough to recognise oneself, not enough to know another (product rule 15). */
export function initialOf(name: string | null): string | null {
  const [letter] = Array.from(name?.trim().replace(THAI_VOWEL_BEFORE, "") ?? "");
  return letter === undefined || !/\p{L}/u.test(letter) ? null : letter.toUpperCase();
}
