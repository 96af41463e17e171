import * as z from "zod";

/** What somebody typed into the look-up, cut to what can be one. */
export type Typed = { readonly number: string; readonly email: string; readonly postcode: string };
/** What is wrong with it. `proof`: neither an email address nor a postcode. */
export const PROBLEMS = ["number", "proof", "email", "postcode"] as const;
export type Problem = (typeof PROBLEMS)[number];

/** RFC 5321 4.5.3.1.3 for addresses; nobody's order number or postcode is longer than the others. */
const LONGEST = { number: 200, email: 254, postcode: 20 } as const;

// PostgreSQL takes no NUL in a text, and nobody types one.
const field = z
  .string()
  .catch("")
  .transform((text) => text.replaceAll(/\p{Cc}/gu, " ").trim());
const fields = z.object({ number: field, email: field, postcode: field });

/**
 * Reads the form: what was typed, and what is wrong with it. An email address is looked at only roughly, since it is
 * compared and never written to.
 */
export function readLookUp(form: unknown): { readonly typed: Typed; readonly problems: readonly Problem[] } {
  const given = fields.catch({ number: "", email: "", postcode: "" }).parse(form);
  const isEmail = given.email === "" || (/^[^\s@]+@[^\s@]+$/.test(given.email) && given.email.length <= LONGEST.email);
  const found: Readonly<Record<Problem, boolean>> = {
    number: given.number === "" || given.number.length > LONGEST.number,
    proof: given.email === "" && given.postcode === "",
    email: !isEmail,
    postcode: given.postcode.length > LONGEST.postcode,
  };
  const typed = {
    number: given.number.slice(0, LONGEST.number),
    email: given.email.slice(0, LONGEST.email),
    postcode: given.postcode.slice(0, LONGEST.postcode),
  };
  return { typed, problems: PROBLEMS.filter((problem) => found[problem]) };
}
