import type { Meaning } from "#lib/carriers/meaning.ts";
import { meaningOfCategory, meaningOfEvent } from "./codes.ts";

/** USPS's own names of its events, as the beginning of a text, with the code that has the name. The first that fits counts. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(shipping label created|pre-shipment|usps awaiting item|label created)/, "GX"],
  [/^(usps in possession|accept|picked up\b(?!.*(agent|post office|postal facility)))/, "03"],
  [/^out for (re)?delivery/, "OF"],
  [/^delivered\b|^picked up by agent/, "01"],
  [/^(notice left \((no auth|no secure))/, "55"],
  [/^notice left \(receptacle blocked/, "53"],
  [/^(delivery attempted - no access)/, "30"],
  [/^notice left \(business closed|^business closed/, "51"],
  [/^(notice left|delivery attempt|attempted)/, "02"],
  [/^(available for (pickup|redelivery)|arrival at pick-?up|held at post office)/, "14"],
  [/^refused/, "04"],
  [/^undeliverable as addressed/, "05"],
  [/^(missent|mis-?shipped)/, "08"],
  [/^rescheduled to next delivery day/, "71"],
  [/^(no such number|insufficient address|moved, left no address|forward expired|addressee unknown|vacant)/, "22"],
  [/^unclaimed/, "27"],
  [/^return(ed)? to sender/, "09"],
  [/^dead (mail|letter)|^sent to mail recovery/, "11"],
  [/^(arrived?|arrival|departed|in transit|processed|sort|dispatched|forwarded|enroute|moving)\b/, "10"],
];

/**
 * What a text says where USPS gives no code with it: its name of an event, or a category. Anything else says nothing that
 * we know. Whoever uses this marks it (`BY_TEXT`).
 */
export function meaningOfText(text: string | null): Meaning {
  const words = (text ?? "")
    .toLowerCase()
    .trim()
    .replace(/^your \w+ (?:was |is |has (?:been )?)?/, "");
  const code = NAMES.find(([name]) => name.test(words))?.[1];
  return code === undefined ? meaningOfCategory(text) : meaningOfEvent(code);
}

/** Beside the carrier's own words: what they say was read from them, and not from a code. */
export const BY_TEXT = { byText: true } as const;

/** USPS has one code for delivered, and tells in the text alone that it was to the sender: there it is back. */
export function isToSender(text: string | null): boolean {
  return /^delivered,?\s+to\b.*\bsender\b/i.test(text ?? "");
}
