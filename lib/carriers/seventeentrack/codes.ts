import { keyOf, type Meaning, tableOf, UNKNOWN } from "#lib/carriers/meaning.ts";

/** `status`, the one of nine that every parcel has. Source: 17TRACK API v2.2, main status of the package. */
const STATUSES = tableOf([
  { says: "unknown", codes: "notfound" },
  { says: "info_received", codes: "inforeceived" },
  { says: "in_transit", codes: "intransit" },
  { says: "expired", codes: "expired" },
  { says: "available_for_pickup", codes: "availableforpickup", action: "pick_up" },
  { says: "out_for_delivery", codes: "outfordelivery" },
  { says: "attempt_failed", codes: "deliveryfailure" },
  { says: "delivered", codes: "delivered" },
  { says: "exception", codes: "exception" },
]);

/** `sub_status`: those that say more than their status. "Security" is also said of customs and fees. Source: the same. */
const SUB_STATUSES = tableOf([
  { says: "picked_up", codes: "intransit-pickedup" },
  { says: "customs", codes: "intransit-customsprocessing intransit-customsreleased" },
  {
    says: "customs",
    codes: "intransit-customsrequiringinformation",
    reason: "customs_documents",
    action: "provide_documents",
  },
  { says: "attempt_failed", codes: "deliveryfailure-nobody", reason: "not_home" },
  { says: "attempt_failed", codes: "deliveryfailure-security", reason: "security" },
  { says: "attempt_failed", codes: "deliveryfailure-rejected", reason: "refused" },
  {
    says: "attempt_failed",
    codes: "deliveryfailure-invalidaddress",
    reason: "address_problem",
    action: "correct_address",
  },
  { says: "returning", codes: "exception-returning" },
  { says: "returned", codes: "exception-returned" },
  { says: "exception", codes: "exception-nobody", reason: "address_problem" },
  { says: "exception", codes: "exception-security", reason: "security" },
  { says: "exception", codes: "exception-damage", reason: "damaged" },
  { says: "exception", codes: "exception-rejected", reason: "refused" },
  { says: "exception", codes: "exception-delayed exception-destroyed", reason: "other" },
  { says: "lost", codes: "exception-lost", reason: "lost" },
  { says: "cancelled", codes: "exception-cancel" },
]);

/** `stage` of a scan and `key_stage` of a milestone, for a scan that has no sub-status. */
const STAGES = tableOf([
  { says: "info_received", codes: "inforeceived" },
  { says: "picked_up", codes: "pickedup" },
  { says: "in_transit", codes: "departure arrival" },
  { says: "available_for_pickup", codes: "availableforpickup", action: "pick_up" },
  { says: "out_for_delivery", codes: "outfordelivery" },
  { says: "delivered", codes: "delivered" },
  { says: "returning", codes: "returning" },
  { says: "returned", codes: "returned" },
]);

/** A meaning with the finer code that was given. */
export type SeventeentrackMeaning = Meaning & { readonly code: string | null };

/** What a parcel's status says, with its sub-status where that tells more. */
export function meaningOfStatus(status: string | null, subStatus: string | null): SeventeentrackMeaning {
  const fine = SUB_STATUSES.get(keyOf(subStatus));
  if (fine !== undefined) return { ...fine, code: subStatus };
  const main = status ?? subStatus?.split("_")[0] ?? null;
  return { ...(STATUSES.get(keyOf(main)) ?? UNKNOWN), code: subStatus ?? status };
}

/** A scan that 17TRACK gave no code: version 2.0 names only the milestones. It stands on the timeline. */
const NO_CODE: SeventeentrackMeaning = { ...UNKNOWN, effect: "informs", status: null, code: null };

/** What a scan says: by its sub-status, which begins with the status; by its stage where there is none. */
export function meaningOfEvent(subStatus: string | null, stage: string | null): SeventeentrackMeaning {
  if (subStatus !== null) return meaningOfStatus(null, subStatus);
  if (stage === null) return NO_CODE;
  return { ...(STAGES.get(keyOf(stage)) ?? STATUSES.get(keyOf(stage)) ?? UNKNOWN), code: stage };
}

type Latest = { readonly status: string | null; readonly sub_status: string | null };

/** Whether 17TRACK says that there can be nothing of this number, ever. */
export function isInvalid({ status, sub_status }: Latest): boolean {
  return keyOf(status) === "notfound" && keyOf(sub_status) === "notfound-invalidcode";
}
