import { type Meaning, tableOf, UNKNOWN } from "#lib/carriers/meaning.ts";
import type { FedexDelay, FedexLatest, FedexScan } from "./schema.ts";

/** Status and event codes are one list. Source: FedEx Track API guide, tracking status codes and webhook events. */
const CODES = tableOf([
  { says: "info_received", codes: "OC OX EP MD DS DR PD LP LC RP RG RD" },
  { says: "picked_up", codes: "PU PX DO IP AP" },
  { says: "in_transit", codes: "OF IT IX AA AC AF AR AX DP EA EO FD LO OW PF PL PM SF TR" },
  { says: "customs", codes: "CC CP" },
  { says: "customs", codes: "CD", reason: "customs_inspection" },
  { says: "out_for_delivery", codes: "OD ED AD" },
  { says: "delivered", codes: "DL" },
  { says: "available_for_pickup", codes: "HL HP", action: "pick_up" },
  { says: "attempt_failed", codes: "DE" },
  { says: "exception", codes: "SE DD DY RL" },
  { says: "returning", codes: "RS RT" },
  { says: "cancelled", codes: "CA" },
  { says: "informs", codes: "AE AO US CH AS PR RA RC RR RM HA IN SP" },
]);

/** A derived code is coarse and means something else in one case: `IN` is "initiated". */
const DERIVED: ReadonlyMap<string, Meaning> = new Map([...CODES, ...tableOf([{ says: "info_received", codes: "IN" }])]);

/**
 * Why, by the exception code of a scan or the reason of the status. Two digits are Express's, three are Ground's, and the
 * two lists differ: 07 and 007 are not one code. Source: FedEx's own replies and guide; 07, 12, 22 and above secondary.
 */
const EXCEPTIONS = tableOf([
  { says: "exception", codes: "03", reason: "address_problem", action: "correct_address" },
  { says: "exception", codes: "07", reason: "refused" },
  { says: "exception", codes: "007 08 15", reason: "not_home" },
  { says: "exception", codes: "10 37 039", reason: "damaged" },
  { says: "exception", codes: "12", reason: "missorted" },
  { says: "exception", codes: "17", reason: "rescheduled", responsible: "shopper" },
  { says: "exception", codes: "22", reason: "missed_connection" },
  { says: "exception", codes: "42", reason: "closed" },
  { says: "exception", codes: "50", reason: "customs_documents", action: "provide_documents" },
  { says: "exception", codes: "55", reason: "customs_inspection" },
  { says: "exception", codes: "85", reason: "operations" },
  { says: "exception", codes: "93", reason: "payment_due", action: "pay_charges" },
  { says: "returning", codes: "060G 14" },
]);

/** Too broad to stand against what the delay detail says. */
const BROAD = tableOf([{ says: "exception", codes: "083 84 084", reason: "other" }]);

const DELAYS = tableOf([
  { says: "exception", codes: "WEATHER", reason: "weather" },
  { says: "exception", codes: "OPERATIONAL", reason: "operations" },
  { says: "exception", codes: "CLEARANCE", reason: "customs_inspection" },
  { says: "exception", codes: "LOCAL GENERAL", reason: "other" },
]);

/** What a scan says, by its event type. Only where there is none does the coarse derived code stand in. */
export function meaningOfScan({ eventType, derivedStatusCode, exceptionCode, delayDetail }: FedexScan): Meaning {
  const base = eventType === null ? lookUp(DERIVED, derivedStatusCode) : lookUp(CODES, eventType);
  return because(base ?? UNKNOWN, [exceptionCode], delayDetail);
}

/**
 * What the current status says: by its code, else by the derived code. Null where FedEx gave neither. Before any scan moved
 * the parcel a code that only informs gives way to the derived one: `IN` is then a label, not a wish that was fulfilled.
 */
export function meaningOfLatest(latest: FedexLatest, hasMoved: boolean): Meaning | null {
  const { code, derivedCode, ancillaryDetails, delayDetail } = latest;
  if (code === null && derivedCode === null) return null;
  const own = lookUp(CODES, code);
  const isIdle = own?.effect === "informs" && !hasMoved;
  const base = (isIdle ? undefined : own) ?? lookUp(DERIVED, derivedCode) ?? own ?? UNKNOWN;
  return because(base, ancillaryDetails?.map(({ reason }) => reason) ?? [], delayDetail);
}

/** Adds why it is so, the finest word first. A parcel that arrived or was called off needs no reason. */
function because(base: Meaning, exceptions: readonly (string | null)[], delay: FedexDelay): Meaning {
  if (base.effect !== "moves" || base.status === "delivered" || base.status === "cancelled") return base;
  const exception = firstIn(EXCEPTIONS, exceptions);
  if (exception?.status === "returning" && IN_TROUBLE.has(base.status)) return exception;
  const why = (exception?.reason ? exception : undefined) ?? delayed(delay) ?? firstIn(BROAD, exceptions);
  if (why === undefined) return base;
  const { reason, responsible, actionRequired } = why;
  return { ...base, reason, responsible, actionRequired: actionRequired ?? base.actionRequired };
}

const IN_TROUBLE: ReadonlySet<string> = new Set(["attempt_failed", "exception"]);

function delayed({ type, status }: FedexDelay): Meaning | undefined {
  return status === "ON_TIME" || status === "EARLY" ? undefined : lookUp(DELAYS, type);
}

function firstIn(table: ReadonlyMap<string, Meaning>, codes: readonly (string | null)[]): Meaning | undefined {
  return codes.map((code) => lookUp(table, code)).find((known) => known !== undefined);
}

function lookUp(table: ReadonlyMap<string, Meaning>, code: string | null): Meaning | undefined {
  return code === null ? undefined : table.get(code.toUpperCase());
}
