import { LONGEST_TEXT, MOST_ITEMS } from "./limits.ts";

const DEEPEST = 6;

/** Where carriers write streets, people and firms, how to reach them, and pictures of doors and signatures. */
const PRIVATE = [
  /^(addressLine|street)/i,
  /^((person|attention|company|recipient|receiver|given|family|first|last)?Name|firm)$/i,
  /^(received|signed)By/i,
  /^(phone|fax|email)/i,
  /image|photo|signature/i,
];

/**
 * What a carrier wrote, fit to be kept: without fields about people, without what `jsonb` refuses (NUL, half characters),
 * and of limited depth and length.
 */
export function keptRaw(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return keptText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return null;
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => keptRaw(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MOST_ITEMS)
      .filter(([key]) => !isPrivate(key))
      .map(([key, item]) => [keptText(key), keptRaw(item, depth + 1)]),
  );
}

function isPrivate(key: string): boolean {
  const plain = key.replaceAll(/[^a-z]/gi, "");
  return PRIVATE.some((pattern) => pattern.test(plain));
}

function keptText(text: string): string {
  return text.slice(0, LONGEST_TEXT).replaceAll("\0", "").toWellFormed();
}
