import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { isCurrency } from "#lib/kernel/money.ts";

/*
 * How cells are read, once for all files. Each schema takes the cell's text and gives a value or a reason that
 * completes "Line 7, Quantity: ...".
 */

const MAX_TEXT = 2_000;
const MAX_KEY = 200;
const MAX_LONG_TEXT = 20_000;
const MAX_QUANTITY = 1_000_000;
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?))?(?: ?(Z|UTC|[+-]\d{2}:?\d{2}))?$/;

function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
}

/** Builds a cell schema from a reader that returns a value or, wrapped in `reason`, why not. */
function cell<T>(read: (text: string) => { readonly value: T } | { readonly reason: string }) {
  return z.string().transform((raw, context): T => {
    const text = raw.trim();
    const result = text === "" ? { reason: "is empty" } : read(text);
    if ("value" in result) return result.value;
    context.addIssue({ code: "custom", message: result.reason });
    return z.NEVER;
  });
}

/** Makes an empty cell (or a missing column) null and reads any other with `schema`. */
export function optional<T>(schema: z.ZodType<T, string>) {
  return z
    .string()
    .optional()
    .transform((raw, context): T | null => {
      if (raw === undefined || raw.trim() === "") return null;
      const result = schema.safeParse(raw);
      if (result.success) return result.data;
      context.addIssue({ code: "custom", message: result.error.issues[0]?.message ?? "cannot be read" });
      return z.NEVER;
    });
}

function textUpTo(most: number) {
  return cell((text) => (text.length > most ? { reason: `is longer than ${most} characters` } : { value: text }));
}

/** Some text, at most 2,000 characters. */
export const textCell = textUpTo(MAX_TEXT);
/** What a person wrote at length - a note, a review - or a list of SKUs. */
export const longTextCell = textUpTo(MAX_LONG_TEXT);
/** What something is known by (an order's number, a SKU): short, since it stands in an index. */
export const keyCell = textUpTo(MAX_KEY);

/** A whole number within bounds. */
export function wholeCell(min: number, max: number = MAX_QUANTITY) {
  return cell((text) => {
    const value = Number(text);
    if (!/^[+-]?\d{1,15}(\.0+)?$/.test(text)) return { reason: `${shown(text)} is not a whole number` };
    if (value < min || value > max) return { reason: `${shown(text)} is not between ${min} and ${max}` };
    return { value };
  });
}

/** A plain decimal such as 12.50, kept as text until its currency is known. Not negative. */
export const amountCell = cell((text) =>
  /^\d{1,12}(\.\d{1,8})?$/.test(text)
    ? { value: text }
    : { reason: `${shown(text)} is not an amount such as 12.50 (digits and a point, no sign, no separators)` },
);

/** An ISO 4217 code. */
export const currencyCell = cell((text) => {
  const code = text.toUpperCase();
  return /^[A-Z]{3}$/.test(code) && isCurrency(code)
    ? { value: code }
    : { reason: `${shown(text)} is not a currency code such as GBP` };
});

/** An email address; kept as written. */
export const emailCell = cell((text) =>
  text.length <= 254 && /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>.]+$/.test(text)
    ? { value: text }
    : { reason: `${shown(text)} is not an email address` },
);

/** One of a few words, upper or lower case. */
export function wordCell<const Words extends readonly string[]>(words: Words) {
  return cell<Words[number]>((text) => {
    const found = words.find((word) => word === text.toLowerCase());
    return found === undefined ? { reason: `${shown(text)} is not one of ${words.join(", ")}` } : { value: found };
  });
}

/** A carrier's short name: lower case, words joined by dashes. */
export const carrierCell = cell((text) => {
  const name = text.toLowerCase().replace(/[\s_]+/g, "-");
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(name)
    ? { value: name }
    : { reason: `${shown(text)} is not a carrier's name such as ups` };
});

/** A tracking number without the spaces and dashes that people put in. Check digits are the carriers' business. */
export const trackingNumberCell = cell((text) => {
  const number = text.toUpperCase().replace(/[\s-]+/g, "");
  return /^[A-Z0-9]{4,40}$/.test(number)
    ? { value: number }
    : { reason: `${shown(text)} is not a tracking number (4 to 40 letters and digits)` };
});

/** yes/no, true/false, 1/0. */
export const yesNoCell = cell((text) => {
  const word = text.toLowerCase();
  if (["yes", "true", "1"].includes(word)) return { value: true };
  if (["no", "false", "0"].includes(word)) return { value: false };
  return { reason: `${shown(text)} is neither yes nor no` };
});

/** A web address (http or https). */
export const urlCell = cell((text) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? { value: text }
    : { reason: `${shown(text)} is not a web address` },
);

/** A day, `YYYY-MM-DD`, from 1900 on; 9999-12-31 is how some systems write "never". */
export const dayCell = cell((text) => {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) && text >= "1900-01-01")
      return { value: Temporal.PlainDate.from(text).toString() };
  } catch {
    // Not a day of the calendar: the same reason as any other text.
  }
  return { reason: `${shown(text)} is not a day such as 2026-03-31` };
});

/** A point in time as an ISO instant in UTC. With an offset it is exact; without one it is the shop's wall clock in `zone`. */
export function instantCell(zone: string) {
  return cell((text) => {
    const instant = instantOf(text, zone);
    return instant === null
      ? { reason: `${shown(text)} is not a time such as 2026-03-31 14:05:00 +0000` }
      : { value: instant };
  });
}

/** Reads "2010-11-17 12:15:00 +0000", ISO forms, or a bare day (its start in `zone`). Null when it is none of these or not within 1970 to 2100. */
export function instantOf(text: string, zone: string): string | null {
  const [, day, time = "00:00:00", offset] = INSTANT.exec(text.trim()) ?? [];
  if (day === undefined || day < "1970-01-02" || day > "2100-12-31") return null;
  try {
    if (offset === undefined)
      return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString();
    const colon = offset.replace(/^UTC$/, "Z").replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
    return Temporal.Instant.from(`${day}T${time}${colon}`).toString();
  } catch {
    return null;
  }
}
