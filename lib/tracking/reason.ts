/** Why a parcel is not simply on its way. */
export const REASONS = [
  "weather",
  "natural_disaster",
  "operations",
  "missed_connection",
  "missorted",
  "holiday",
  "late_handover",
  "address_problem",
  "not_home",
  "no_access",
  "closed",
  "refused",
  "rescheduled",
  "held",
  "payment_due",
  "signature_needed",
  "customs_inspection",
  "customs_documents",
  "prohibited",
  "damaged",
  "lost",
  "not_collected",
  "security",
  "other",
] as const;
export type Reason = (typeof REASONS)[number];

/** Whose doing it is. */
export const RESPONSIBLES = ["carrier", "merchant", "shopper", "customs", "nature"] as const;
export type Responsible = (typeof RESPONSIBLES)[number];

/** What somebody has to do before the parcel moves on. */
export const ACTIONS = [
  "correct_address",
  "provide_documents",
  "pay_charges",
  "pick_up",
  "be_home",
  "contact_carrier",
] as const;
export type Action = (typeof ACTIONS)[number];

const RESPONSIBLE_FOR: Readonly<Record<Reason, Responsible | null>> = {
  weather: "nature",
  natural_disaster: "nature",
  operations: "carrier",
  missed_connection: "carrier",
  missorted: "carrier",
  holiday: "carrier",
  late_handover: "merchant",
  address_problem: "merchant",
  not_home: "shopper",
  no_access: "shopper",
  closed: "shopper",
  refused: "shopper",
  rescheduled: null,
  held: null,
  payment_due: "shopper",
  signature_needed: "shopper",
  customs_inspection: "customs",
  customs_documents: "customs",
  prohibited: null,
  damaged: "carrier",
  lost: "carrier",
  not_collected: "shopper",
  security: "carrier",
  other: null,
};

/** Who answers for a reason where the carrier's code does not say otherwise; null where nobody can be named. */
export function responsibleFor(reason: Reason): Responsible | null {
  return RESPONSIBLE_FOR[reason];
}
