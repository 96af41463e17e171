import { keyOf, type Meaning, saidBy, saidOf, tableOf, UNKNOWN, whyOf } from "#lib/carriers/meaning.ts";
import type { Said } from "#lib/tracking/observation.ts";
import type { Status } from "#lib/tracking/status.ts";
import { ECOMMERCE, ECOMMERCE_EUROPE, ECOMMERCE_PPL } from "./ecommerce-codes.ts";
import { EXPRESS, FORWARDING, FREIGHT } from "./express-codes.ts";
import type { Fine } from "./fine-codes.ts";
import { PARCEL_DE, PARCEL_PL, POST_DE } from "./parcel-codes.ts";
import { PARCEL_NL } from "./parcel-nl-codes.ts";
import { fineOfWords } from "./phrases.ts";

/** `statusCode`, the one code that every division fills; where it is missing, some divisions have it in `status`. */
const COARSE = tableOf([
  { says: "info_received", codes: "pre-transit" },
  { says: "in_transit", codes: "transit" },
  { says: "delivered", codes: "delivered" },
  { says: "exception", codes: "failure" },
]);

/** `status` by `service`: the codes that say something else than their `statusCode`, of DHL's list of 2024. */
const FINE: ReadonlyMap<string, ReadonlyMap<string, Fine>> = new Map([
  ["dgf", FORWARDING],
  ["ecommerce", ECOMMERCE],
  ["ecommerce-europe", ECOMMERCE_EUROPE],
  ["ecommerce-ppl", ECOMMERCE_PPL],
  ["express", EXPRESS],
  ["freight", FREIGHT],
  ["parcel-de", PARCEL_DE],
  ["parcel-nl", PARCEL_NL],
  ["parcel-pl", PARCEL_PL],
  ["svb", POST_DE],
]);

/** What one scan or status says. `coarse` is what its `statusCode` alone says. */
export type DhlMeaning = Meaning & {
  readonly coarse: Said;
  /** The code that decided. */
  readonly code: string | null;
  readonly leftAt: string | null;
  /** It was read from words, which stood in the place of the code. */
  readonly byText: boolean;
};

type Told = { readonly statusCode: string | null; readonly status: string | null; readonly description: string | null };

/**
 * The meaning of a status code and, where the division's code is known, of that finer one. Nothing makes a parcel
 * delivered whose status code says otherwise; of a "delivered" one, only that it waits somewhere or went back. Words count
 * in the place of the finer code only, and the description only of an event that has no code at all.
 */
export function meaningOf(service: string | null, told: Told): DhlMeaning {
  const { statusCode, status } = told;
  const meaning = COARSE.get(keyOf(statusCode ?? status)) ?? UNKNOWN;
  const coarse = saidBy(meaning);
  const isBare = statusCode === null && meaning === UNKNOWN;
  const byCode = FINE.get(keyOf(service))?.get((status ?? "").toUpperCase());
  const fine = byCode ?? wordsOf(told, coarse);
  const said = fine && (isBare ? bare(fine) : refined(coarse, fine));
  if (!fine || !said) {
    return { ...meaning, coarse, code: statusCode ?? status, leftAt: null, byText: false };
  }
  const why = whyOf(said.status === "available_for_pickup" ? { action: "pick_up", ...fine } : fine);
  const byText = byCode === undefined;
  return { ...said, ...why, coarse, code: byText ? statusCode : status, leftAt: fine.leftAt ?? null, byText };
}

/** A single word in the code's place is a code, known or not; and where DHL says "unknown", its words are not asked. */
function wordsOf({ statusCode, status, description }: Told, coarse: Said): Fine | undefined {
  const isText = status?.includes(" ") ?? statusCode === null;
  if (!isText || (statusCode !== null && coarse.effect !== "moves")) return undefined;
  return fineOfWords(status ?? description ?? "");
}

/** Without any code, words that say no more than that the parcel goes on say that it is in transit. */
function bare({ says }: Fine): Said {
  return saidOf(says === "coarse" ? "in_transit" : says);
}

/** Null where the status code contradicts, so that it stands alone. */
function refined(coarse: Said, { says }: Fine): Said | null {
  if (says === "coarse") return coarse;
  if (says === "informs") return saidOf(says);
  if (coarse.status === "delivered") return ofDelivered(says);
  return says === "delivered" && coarse.effect === "moves" ? null : saidOf(says);
}

/** "Delivered" is also said of what was handed to a shop or, at the end of a return, to the sender. */
function ofDelivered(fine: Status): Said | null {
  if (fine === "returning") return saidOf("returned");
  return fine === "delivered" || fine === "returned" || fine === "available_for_pickup" ? saidOf(fine) : null;
}
