import { codesOf, NEIGHBOUR, ON_WISH, PAPERS_MISSING, TO_BE_PAID, WRONG_ADDRESS } from "./fine-codes.ts";

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
  ["NOTIFIED_PACKSTATION", "available_for_pickup"],
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
  ["AWI AWI_DP2 AWI_ONU AWI_SAS", "attempt_failed", { reason: "not_home" }],
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
  ["EDB EXA SEC", "customs"],
  ["SP_CN", "cancelled"],
  ["PNPT PO18 SOB", "coarse", ON_WISH],
  ["POW PSHOP SAS ZA ZAIT", "informs"],
]);

/** DHL Parcel in the Benelux: delivery, its failures and returns. */
export const PARCEL_NL = codesOf([
  [
    `COLLECTED PICKED_UP PARCEL_COLLECTED PARCEL_RECEIVED SHIPMENT_ACCEPTANCE SHIPMENT_ACCEPTANCE_DEPOT
     SHIPMENT_ACCEPTANCE_PARCELSHOP SHIPMENT_ACCEPTANCE_PARCELSTATION PARCEL_COLLECTED_AT_PARCELSHOP_BY_COURIER
     PARCEL_COLLECTED_AT_SERVICEPOINT_BY_COURIER`,
    "picked_up",
  ],
  ["OUT_FOR_DELIVERY LOAD_VEHICLE PARCEL_INTO_FALLBACK", "out_for_delivery"],
  [
    `DELIVERED DELIVERED_NOT_IN_TIME DELIVERED_NO_CODE_VALIDATION COLLECTED_AT_ACCESSPOINT COLLECTED_AT_PARCELSHOP
     COLLECTED_AT_PARCELSTATION SHIPMENT_COLLECTED`,
    "delivered",
  ],
  ["DELIVERED_AT_NEIGHBOURS DELIVERED_AT_PREFERED_NEIGHBOURS", "delivered", NEIGHBOUR],
  ["DELIVERED_AT_SAFEPLACE", "delivered", { leftAt: "Agreed place" }],
  ["DELIVERED_IN_MAILBOX", "delivered", { leftAt: "Mailbox" }],
  ["DELIVERED_DAMAGED", "delivered", { reason: "damaged" }],
  [
    `DELIVERED_AT_ACCESSPOINT DELIVERED_AT_PARCELSTATION PARCELSHOP_DELIVERY_DEVIATION AWAITING_RECEIVER_COLLECTION
     NOTIFICATION_FOR_PARCELSHOP_COLLECTION_HAS_BEEN_SENT ON_HOLD_FOR_COLLECTION REMINDER_FOR_COLLECTION_SENT_EMAIL
     PARCEL_HELD_FOR_COLLECTION_AT_LOCAL_DEPOT REMINDER_FOR_COLLECTION_SENT_LETTER REMINDER_FOR_COLLECTION_SENT_SMS`,
    "available_for_pickup",
  ],
  [
    `NOT_HOME NOT_HOME_NEW_DELIVERY NOT_HOME_TO_PARCELSHOP NOTIFICATION_NOT_HOME_TO_PARCELSHOP
     NOT_HOME_SYSTEM_INTERVENTION_DELIVERY_AT_PARCELSHOP`,
    "attempt_failed",
    { reason: "not_home" },
  ],
  ["CLOSED CLOSED_ON_ARRIVAL CLOSED_AWAITING_COLLECTION", "attempt_failed", { reason: "closed" }],
  ["RECEIVER_CLOSED_PASSED_TO_DEPOT RECEIVER_CLOSED_PASSED_TO_PARCELSHOP", "attempt_failed", { reason: "closed" }],
  ["NO_MONEY_REDELIVER", "attempt_failed", TO_BE_PAID],
  [
    `FAILED_TO_DELIVER_REDELIVER DELIVERY_CODE_MISSING_NEW_ATTEMPT DELIVERY_CODE_MISSING_PICK_UP ID_CHECK_UNSUCCESSFUL
     NEW_DELIVERY_ATTEMPT REDELIVER REDELIVER_AT_PARCELSHOP REDELIVER_SAME_ADDRESS SAFEPLACE_DELIVERY_FAILED`,
    "attempt_failed",
  ],
  [
    `ADDRESS_NOT_FOUND BAD_ADDRESS BAD_ADDRESS_INTERNATIONAL DELIVERY_DATA_INCORRECT MISCODE ON_HOLD_BAD_ADDRESS
     RECEIVER_MOVED_OR_UNKNOWN`,
    "exception",
    WRONG_ADDRESS,
  ],
  [
    `REFUSED REFUSED_AT_PARCELSHOP REFUSED_BY_RECEIVER REFUSED_INCOMPLETE REFUSED_NOT_ORDERED REFUSED_NOT_SIGNED
     REFUSED_NO_RECAP REFUSED_REQUESTS_WAYBILL REFUSED_RETURN_TO_DD REFUSED_TOO_LATE HELD_IN_STORAGE_REFUSED`,
    "exception",
    { reason: "refused" },
  ],
  ["REFUSED_NO_MONEY REFUSED_WILL_NOT_PAY", "exception", TO_BE_PAID],
  ["HELD_FOR_PAYMENT AWAITING_PAYMENT_RECEIVER_NOTIFIED", "exception", TO_BE_PAID],
  ["REFUSED_DAMAGED HELD_IN_STORAGE_DAMAGED", "exception", { reason: "damaged" }],
  ["ARRIVED_DAMAGED REPACKED_DELIVERY_DAMAGED", "coarse", { reason: "damaged" }],
  ["DENIED_PARTIES SHIPMENT_STOPPED", "exception", { reason: "prohibited" }],
  ["DESTROYED", "exception"],
  [
    `RETURNED_TO_SHIPPER ON_ROUTE_TO_SHIPPER PARCEL_RELABELED_FOR_RETURN_TO_SHIPPER PARCEL_SCANNED_AT_RETURN_HUB
     PARCEL_TOO_HEAVY_RETURN PARCEL_TOO_LARGE_RETURN DELIVERY_CODE_MISSING_RETURN PARCEL_ALREADY_RETURNED PO_BOX
     INVALID_SHIPMENT_SPECIFICATION_RETURN PARCELSTATION_DELIVERY_UNSUCCESFULL_RETURN
     INTERVENTION_SHIPPER_REQUEST_DELIVERY_CANCELLED INTERVENTION_RECEIVER_REQUEST_DELIVERY_CANCELLED`,
    "returning",
  ],
  [
    `REFUSED_NOT_COLLECTED RETURNED_NOT_COLLECTED STORAGE_PERIOD_ENDED_AT_ACCESSPOINT
     STORAGE_PERIOD_ENDED_AT_PARCELSHOP STORAGE_PERIOD_ENDED_AT_PARCELSTATION`,
    "returning",
    { reason: "not_collected" },
  ],
  [
    "ADDRESS_UNKNOWN DELIVERY_DATA_INCORRECT_RETURN POSTAL_CODE_INCORRECT RECEIVER_UNKNOWN_RETURN",
    "returning",
    { reason: "address_problem" },
  ],
  ["REFUSED_RETURN", "returning", { reason: "refused" }],
  ["DAMAGE_RETURN", "returning", { reason: "damaged" }],
  ["NOT_HOME_RETURN_TO_SHIPPER", "returning", { reason: "not_home" }],
  ["NO_MONEY_RETURN", "returning", { reason: "payment_due" }],
  ["MISROUTED_RETURN_TO_SHIPPER", "returning", { reason: "missorted" }],
  ["CUSTOMS_DATA_INCORRECT_RETURN_TO_SHIPPER", "returning", { reason: "customs_documents" }],
  ["DELIVERED_AT_SHIPPER POSTPROCESS_DELIVERED_AT_SHIPPER RETURN_DELIVERED_AT_SHIPPER_CALCULATED", "returned"],
  ["BONDED_LOCATION CLEARANCE_DELAY ENTRY_SUBMITTED IN_CLEARANCE_PROCESS UNCONTROLLABLE_CLEARANCE_DELAY", "customs"],
  ["SHIPMENT_INSPECTION SHIPMENT_INTERCEPT", "customs", { reason: "customs_inspection" }],
  ["INSUFFICIENT_DOCUMENTATION", "customs", PAPERS_MISSING],
  ["ON_HOLD ON_HOLD_ANNOUNCED HELD_IN_STORAGE", "coarse", { reason: "held" }],
  ["HELD_IN_STORAGE_HOLIDAY", "coarse", { reason: "holiday" }],
  ["HELD_IN_STORAGE_CLOSED RECEIVER_CLOSED_ANNOUNCED RECEIVER_CLOSED_ON_HOLIDAY", "coarse", { reason: "closed" }],
  ["MIS_ROUTED MISSORT", "coarse", { reason: "missorted" }],
  ["BACKLOG_NOT_DELIVERED HELD_IN_STORAGE_BACKLOG MISSED_DELIVERY_CYCLE", "coarse", { reason: "operations" }],
  ["FORCE_MAJEURE", "coarse", { reason: "natural_disaster" }],
  ["INTERVENTION_DELIVERY_SCHEDULED_AT_ANOTHER_TIME/DATE", "coarse", ON_WISH],
  [
    `DELIVERED_AT_PARCELSHOP DUTY_INVOICE IMAGE_AVAILABLE LEG_CREATED LEG_REFERENCE_ADDED MONEY_TRANSFERED_TO_SENDER
     NOTIFICATION_FOR_PARCELSHOP_COLLECTION_HAS_FAILED NOTIFICATION_OF_DELIVERY_TIME_HAS_BEEN_SENT RESPONSE_RECEIVED
     NOTIFICATION_OF_TIME_FRAME_HAS_BEEN_SENT PICTURE_TAKEN_OF_PARCEL SIGNATURE_RECORDED TRACE_INITIATED
     TRACE_TERMINATED VAT_AND_DUTY_PAYMENT_RECEIVED_BY_RECEIVER`,
    "informs",
  ],
]);
