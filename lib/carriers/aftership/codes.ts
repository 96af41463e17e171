import { type Meaning, tableOf, UNKNOWN } from "#lib/carriers/meaning.ts";

/** `tag`, the one of nine that every tracking and checkpoint has. Source: AfterShip, delivery statuses. */
const TAGS = tableOf([
  { says: "unknown", codes: "pending" },
  { says: "info_received", codes: "inforeceived" },
  { says: "in_transit", codes: "intransit" },
  { says: "out_for_delivery", codes: "outfordelivery" },
  { says: "attempt_failed", codes: "attemptfail" },
  { says: "delivered", codes: "delivered" },
  { says: "available_for_pickup", codes: "availableforpickup", action: "pick_up" },
  { says: "exception", codes: "exception" },
  { says: "expired", codes: "expired" },
]);

/**
 * `subtag`: those that say more than their tag. Source: AfterShip, delivery sub-statuses of 2026-07 and its help center's
 * article on them, of which Exception_014, 015 and InTransit_010 to 013 are not known to us: there the tag speaks.
 */
const SUBTAGS = tableOf([
  { says: "picked_up", codes: "intransit_002" },
  { says: "customs", codes: "intransit_005 intransit_006" },
  { says: "attempt_failed", codes: "attemptfail_002", reason: "not_home" },
  { says: "attempt_failed", codes: "attemptfail_003", reason: "closed" },
  { says: "exception", codes: "exception_002", reason: "address_problem", responsible: "shopper" },
  { says: "exception", codes: "exception_003", reason: "refused" },
  { says: "customs", codes: "exception_004", reason: "customs_inspection" },
  { says: "exception", codes: "exception_005", reason: "other" },
  { says: "exception", codes: "exception_006", reason: "payment_due", action: "pay_charges" },
  { says: "exception", codes: "exception_007", reason: "address_problem", action: "correct_address" },
  { says: "exception", codes: "exception_008", reason: "not_collected" },
  { says: "exception", codes: "exception_009", reason: "prohibited", responsible: "merchant" },
  { says: "returning", codes: "exception_010" },
  { says: "returned", codes: "exception_011" },
  { says: "exception", codes: "exception_012", reason: "damaged" },
  { says: "lost", codes: "exception_013", reason: "lost" },
  { says: "exception", codes: "exception_016 exception_019", reason: "operations" },
  { says: "exception", codes: "exception_017", reason: "weather" },
  { says: "cancelled", codes: "exception_020" },
  { says: "exception", codes: "exception_021", reason: "other" },
  { says: "customs", codes: "exception_018", reason: "customs_documents", action: "provide_documents" },
]);

/** A meaning with the finer code that was given. */
export type AftershipMeaning = Meaning & { readonly code: string | null; readonly leftAt: string | null };

/** What a tag says, with its subtag where that tells more. A subtag alone is read for the tag that it begins with. */
export function meaningOf(tag: string | null, subtag: string | null): AftershipMeaning {
  const key = (subtag ?? "").toLowerCase();
  const fine = SUBTAGS.get(key);
  if (fine !== undefined) return { ...fine, code: subtag, leftAt: null };
  const coarse = TAGS.get((tag ?? key.split("_")[0] ?? "").toLowerCase()) ?? UNKNOWN;
  return { ...coarse, code: subtag ?? tag, leftAt: key === "delivered_005" ? "Neighbour" : null };
}
