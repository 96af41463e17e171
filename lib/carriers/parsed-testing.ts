import type { Carrier, CarrierReport, Tracked } from "./carrier.ts";

export type Json = Readonly<Record<string, unknown>>;

/** What a carrier reads in a reply, which may be a body or what it holds. */
export function parsedBy(carrier: Carrier, reply: unknown): readonly Tracked[] {
  return carrier.parse(typeof reply === "string" ? reply : JSON.stringify(reply));
}

/** The report of the first entry, which must be there. */
export function foundBy(carrier: Carrier, reply: unknown): Extract<CarrierReport, { found: true }> {
  const [entry] = parsedBy(carrier, reply);
  if (!entry?.result.ok || !entry.result.value.found) throw new Error(`not found: ${JSON.stringify(entry)}`);
  return entry.result.value;
}

/** How a reply that is no answer reads: the kind of its only entry; undefined where it is an answer or names a number. */
export function kindBy(carrier: Carrier, reply: unknown): string | undefined {
  const [entry, ...others] = parsedBy(carrier, reply);
  if (entry === undefined || entry.result.ok || others.length > 0) return undefined;
  return entry.trackingNumber === null ? entry.result.error.kind : undefined;
}
