import type { DeskSay } from "#lib/desk/desk-voice.ts";

/*
 * What keeps a row out is told in English by whoever read it; the desk says the most frequent of these sentences in its own
 * language. One that is not known here stays as it is.
 */
const PATTERNS = [
  ["empty", /^is empty$/, []],
  ["long", /^is longer than (\d+) characters$/, ["most"]],
  ["whole", /^(".*") is not a whole number$/, ["text"]],
  ["between", /^(".*") is not between (\S+) and (\S+)$/, ["text", "from", "to"]],
  ["amount", /^(".*") is not an amount such as /, ["text"]],
  ["currency", /^(".*") is not a currency code /, ["text"]],
  ["email", /^(".*") is not an email address$/, ["text"]],
  ["word", /^(".*") is not one of (.+)$/, ["text", "words"]],
  ["carrier", /^(".*") is not a carrier's name /, ["text"]],
  ["tracking", /^(".*") is not a tracking number /, ["text"]],
  ["yesNo", /^(".*") is neither yes nor no$/, ["text"]],
  ["url", /^(".*") is not a web address$/, ["text"]],
  ["day", /^(".*") is not a day such as /, ["text"]],
  ["time", /^(".*") is not a time such as /, ["text"]],
  ["twin", /^says again what line (\d+) says$/, ["line"]],
  ["differs", /^differs from line (\d+)$/, ["line"]],
  ["product", /^there is no product (".*")$/, ["text"]],
  ["order", /^there is no order ([^;]+)(?:; import the orders first)?$/, ["text"]],
  ["other", /^(\S+) already belongs to another parcel$/, ["text"]],
  ["sku", /^(".*") is not in this order$/, ["text"]],
  ["columns", /^has (\d+) columns where the header has (\d+)$/, ["found", "wanted"]],
  ["utf8", /^is not valid UTF-8$/, []],
  ["quote", /^a quote opens in this row and does not close$|^has quotes that do not pair$/, []],
] as const;

/** Why a row stays out, in the desk's language where it is known; `isOurs` is false for one that stays in English. */
export function reasonWords(say: DeskSay, reason: string): { readonly text: string; readonly isOurs: boolean } {
  for (const [key, pattern, names] of PATTERNS) {
    const found = pattern.exec(reason);
    if (found === null) continue;
    const facts = Object.fromEntries(names.map((name, nth) => [name, found[nth + 1] ?? ""]));
    return { text: say(`imports.reason.${key}`, facts), isOurs: true };
  }
  return { text: reason, isOurs: false };
}
