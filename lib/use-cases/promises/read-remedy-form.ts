import * as z from "zod";
import { REMEDIES, type Remedy } from "#lib/promise/remedy/remedy.ts";
import { type RemedyDetails, remedyDetails } from "./remedy-details.ts";

export type RemedyToChoose = {
  readonly kind: "choose";
  readonly remedy: Remedy;
  /** The parcel's number on the page; null for what was not handed over yet. */
  readonly parcelNumber: number | null;
  readonly details: RemedyDetails;
  /** The same for each sending of one form; null where the form has none. */
  readonly requestKey: string | null;
};

export type RemedyAsked = RemedyToChoose | { readonly kind: "take_back"; readonly remedyId: string };

/** The most parcels of one order that a form can name. */
const MOST_PARCELS = 1_000;

/** An empty field is a field that was left out. */
const field = z
  .string()
  .transform((text) => text.trim() || null)
  .nullable()
  .default(null);

const form = z.object({
  remedy: z.enum(REMEDIES),
  parcel: field.pipe(z.coerce.number<string>().int().min(1).max(MOST_PARCELS).nullable()),
  // A browser sends each line break of a text as two letters, and counts it as one.
  words: field.transform((text) => text?.replaceAll("\r\n", "\n") ?? null),
  street: field,
  city: field,
  postcode: field,
  region: field,
  country: field,
  key: field.pipe(
    z
      .string()
      .regex(/^[\w-]{8,64}$/)
      .nullable(),
  ),
});

/**
 * The form of a choice, or of taking one back; null when a field holds what the page never offers. An address is read only
 * where another one is what is chosen, and has to be there then.
 */
export function readRemedyForm(fields: Readonly<Record<string, unknown>>): RemedyAsked | null {
  if (fields.take_back !== undefined) {
    const id = z.uuid().safeParse(fields.take_back);
    return id.success ? { kind: "take_back", remedyId: id.data } : null;
  }
  const read = form.safeParse(fields);
  if (!read.success) return null;
  const { remedy, parcel: parcelNumber, key: requestKey, words, ...address } = read.data;
  const details = remedyDetails.safeParse({ words, address: remedy === "address" ? address : null });
  return details.success ? { kind: "choose", remedy, parcelNumber, details: details.data, requestKey } : null;
}
