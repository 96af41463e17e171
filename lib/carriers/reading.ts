import { z } from "zod";
import { alpha2Of } from "#lib/tracking/country-codes.ts";
import { keptRaw } from "./kept-raw.ts";
import { LONGEST_TEXT, MOST_ITEMS } from "./limits.ts";
import { plainText } from "./plain-text.ts";
import { spacelessNumber } from "./tracking-number.ts";

/*
 * The fields below read whatever stands there, or nothing, without ever refusing the object around them. Bare transforms:
 * a schema in front that takes anything would cost as much again, and these are read for every field of every scan.
 */

/** A text on one line, without markup and padding; a number as its digits; null for anything else and for nothing. */
export const text = z.transform((value) =>
  typeof value === "string" || Number.isFinite(value) ? plainText(String(value).slice(0, LONGEST_TEXT)) : null,
);

/** A tracking number. One that came as a JSON number too large to be exact is not a number that we know. */
export const id = z.transform((value) =>
  typeof value === "string" || Number.isSafeInteger(value)
    ? spacelessNumber(String(value).slice(0, LONGEST_TEXT)) || null
    : null,
);

/** An object of such fields; whatever else stands in its place counts as an object without any. */
export function part<Shape extends z.ZodRawShape>(shape: Shape) {
  const schema = z.object(shape);
  const empty = schema.parse({});
  return z.transform((value) => (isObject(value) ? schema.parse(value) : empty));
}

/** The object that stands there; null for anything else. */
export function objectOf<T extends object>(item: z.ZodType<T>) {
  return z.transform((value) => (isObject(value) ? item.parse(value) : null));
}

/** The items of a list, as they came; null where there is no list. */
export const list = z.transform(itemsOf);

/** The texts of a list as one, the lines of an address for one; null where there is none. */
export const lines = z.transform(
  (value) =>
    itemsOf(value)
      ?.map((item) => text.parse(item))
      .filter((line) => line !== null)
      .join(", ") || null,
);

/** The objects of a list; null where there is no list. */
export function listOf<T extends object>(item: z.ZodType<T>) {
  return z.transform((value) => objectsOf(value)?.map((raw) => item.parse(raw)) ?? null);
}

/** The same with each object as received (`raw`), as far as it may be kept: only the fields `kept`. For scans. */
export function scansOf<T extends object>(item: z.ZodType<T>, kept: readonly string[]) {
  const keys = new Set(kept);
  return z.transform(
    (value) => objectsOf(value)?.map((raw) => ({ ...item.parse(raw), raw: keptRaw(raw, keys) })) ?? null,
  );
}

/** A country by two letters, as ISO 3166 has it (some carriers write UK); null for anything else, names included. */
export function alpha2(code: string | null): string | null {
  return code?.length === 2 ? alpha2Of(code) : null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function itemsOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : null;
}

function objectsOf(value: unknown): readonly object[] | null {
  return itemsOf(value)?.filter(isObject) ?? null;
}
