import { codesOf, NEIGHBOUR, ON_WISH, TO_BE_PAID, WRONG_ADDRESS } from "./fine-codes.ts";

/** DHL Paket in Germany. `LA` is any storage, not only for pick-up. */
export const PARCEL_DE = codesOf([
  ["VA", "info_received"],
  ["AE ES", "picked_up"],
  ["AA EE NB", "in_transit"],
  ["LA", "coarse", { reason: "held" }],
  ["PO", "out_for_delivery"],
  ["ZF", "available_for_pickup"],
  ["ZN", "attempt_failed"],
  ["ZO", "customs"],
  ["ZU", "delivered"],
  ["BV", "exception"],
  ["AN DD GT", "informs"],
]);

/** Letters and goods mail of Deutsche Post (`svb`). */
export const POST_DE = codesOf([
  ["ANNOUNCED", "info_received"],
  ["POSTED POSTED_ARRIVED POSTED_MAIL_TERMINAL", "picked_up"],
  ["HANDOVER_CUSTOMS HELD_BY_CUSTOMS IP_CUSTOMS", "customs"],
  ["IN_DELIVERY", "out_for_delivery"],
  ["DELIVERY_ATTEMPTED", "attempt_failed"],
  ["NOTIFIED NOTIFIED_KEY_ACCOUNT NOTIFIED_PACKSTATION NOTIFIED_PO_BOX", "available_for_pickup"],
  ["DELIVERED DELIVERED_ZU_NOT_OK DELIVERED_ZU_OK FETCHED FETCHED_NOTIFIED FETCHED_PACKSTATION", "delivered"],
  ["SENT_BACK SENT_BACK_ABROAD", "returning"],
  ["RETURNED_TO_SENDER", "returned"],
]);

/** DHL Parcel in Poland. */
export const PARCEL_PL = codesOf([
  ["EDWP", "info_received"],
  ["DWP SP_PU", "picked_up"],
  ["LK", "out_for_delivery"],
  ["DOR DOR_OTH DOR_OWL SP_DOR", "delivered"],
  ["DOR_LOK", "delivered", { leftAt: "Agreed place" }],
  ["DOR_RDZ", "delivered", { leftAt: "Family member" }],
  ["DOR_SAS", "delivered", NEIGHBOUR],
  ["DOR_SP SP_DSP SP_KP SP_PA", "available_for_pickup"],
  ["OWL OWL_KP OWL_ONO OWL_PS_KP OWL_PS_ONO OWL_SP_KP OWL_SP_ONO", "available_for_pickup"],
  ["AWI AWI_DP2 AWI_NSP AWI_ONU AWI_SAS", "attempt_failed", { reason: "not_home" }],
  ["AWI_OZ", "attempt_failed", { reason: "no_access" }],
  ["ZWW", "attempt_failed"],
  ["AN AN_RA AN_SAS", "exception", WRONG_ADDRESS],
  ["BRG BRG_SAS", "exception", TO_BE_PAID],
  [
    "AN_BO OP OP_BWER OP_COD OP_DUB OP_OTH OP_PLA OP_PNK OP_REZ OP_ROD OP_SAS OP_TNZ OP_UMO OP_USK OP_USP",
    "exception",
    { reason: "refused" },
  ],
  ["REZ SP_OP SP_ZWR", "returning", { reason: "refused" }],
  ["SP_KZW SP_TO ZWR_ZB ZWR_ZT", "returning", { reason: "not_collected" }],
  ["ZWR_AN", "returning", { reason: "address_problem" }],
  ["AWI_CZAS OP_DO OP_DOK ZWN ZWR ZWR_OP ZWR_WER", "returning"],
  ["EDB EDC EXA EXC SEC", "customs"],
  ["SP_CN", "cancelled"],
  ["SP_ZAM", "coarse", { reason: "held" }],
  ["AWI_SPCAP SP_CAP", "coarse", { reason: "operations" }],
  ["PNPT PO18 SOB", "coarse", ON_WISH],
  ["POW PSHOP SAS ZA ZAIT", "informs"],
]);
