import * as z from "zod";

/** Longer is no note for somebody at a desk. */
const MOST_WORDS = 500;
const MOST_LETTERS = 200;

const part = z.string().trim().min(1).max(MOST_LETTERS);
const address = z.object({
  street: part,
  city: part,
  postcode: part.nullable().default(null),
  region: part.nullable().default(null),
  country: part.nullable().default(null),
});

/** What a shopper writes with a choice: where it shall go instead, a few words. As it is stored in `remedies.details`. */
export const remedyDetails = z.object({
  words: z.string().trim().min(1).max(MOST_WORDS).nullable().default(null),
  address: address.nullable().default(null),
});
export type RemedyDetails = z.infer<typeof remedyDetails>;
