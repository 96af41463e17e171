/** Longer texts are no words for people; more scans, parcels or fields than this no honest reply has. */
export const LONGEST_TEXT = 1_000;
export const MOST_ITEMS = 1_000;
