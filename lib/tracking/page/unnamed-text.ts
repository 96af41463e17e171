import type { Status } from "#lib/tracking/status.ts";

/** Carriers write who took the parcel in, or whom they phoned, into the text of these scans. */
const AT_THE_DOOR: ReadonlySet<Status> = new Set(["delivered", "returned"]);
const SIGNED =
  /[\s,;:.(-]*\b(signed|signature|received|accepted|collected|picked up)( for)?( by|:)(?! (the )?(ups|usps|fedex|dhl|dpd|gls|evri|post|carrier)\b).*$|[\s，。（]*簽收人.*$/isu;

/**
 * A carrier's words without names of people (product rule 15): nothing from the door, where a name may stand anywhere;
 * elsewhere nothing after "signed by", and no name in `names`. Null where nothing is left.
 */
export function unnamedText(text: string | null, status: Status | null, names: readonly string[]): string | null {
  if (text === null || (status !== null && AT_THE_DOOR.has(status))) return null;
  const isNamed = names.some((name) => name.trim().length > 1 && holds(text, name));
  const left = isNamed ? "" : text.replace(SIGNED, "").replaceAll(/\s+/g, " ").trim();
  return left === "" ? null : left;
}

function holds(text: string, name: string): boolean {
  return text.toLowerCase().includes(name.trim().toLowerCase());
}
