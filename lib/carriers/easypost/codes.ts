import { codesIn, type Meaning, saidBy, saidOf, tableOf, UNKNOWN, type WhyRow, whyOf } from "#lib/carriers/meaning.ts";
import type { Status } from "#lib/tracking/status.ts";

/** `status` of a tracker or a scan. Source: EasyPost API, Tracker object. */
const STATUSES = tableOf([
  { says: "unknown", codes: "unknown" },
  { says: "info_received", codes: "pre_transit" },
  { says: "in_transit", codes: "in_transit" },
  { says: "out_for_delivery", codes: "out_for_delivery" },
  { says: "delivered", codes: "delivered" },
  { says: "available_for_pickup", codes: "available_for_pickup", action: "pick_up" },
  { says: "returning", codes: "return_to_sender" },
  { says: "exception", codes: "failure error" },
  { says: "cancelled", codes: "cancelled canceled" },
]);

/** `says` counts where the status itself says only that something is wrong, or nothing. */
type Detail = WhyRow & { readonly says?: Status };

const detail = (codes: string, means: Detail) => codesIn(codes).map((code) => [code, means] as const);

/** `status_detail`: those that say more than their status. The other 17 of EasyPost's 28 tell the same in other words. */
const DETAILS: ReadonlyMap<string, Detail> = new Map([
  ...detail("address_correction", { reason: "address_problem" }),
  ...detail("damaged", { reason: "damaged" }),
  ...detail("delayed", { reason: "other" }),
  ...detail("held", { reason: "held" }),
  ...detail("missorted", { reason: "missorted" }),
  ...detail("refused", { reason: "refused" }),
  ...detail("weather_delay", { reason: "weather" }),
  ...detail("lost", { says: "lost", reason: "lost" }),
  ...detail("return", { says: "returning" }),
  ...detail("cancelled", { says: "cancelled" }),
  ...detail("expired", { says: "expired" }),
]);

/** A meaning with the code that decided it. */
export type EasypostMeaning = Meaning & { readonly code: string | null };

/** What a status says, with its detail where that tells more. A parcel that arrived or was called off needs no reason. */
export function meaningOf(status: string | null, statusDetail: string | null): EasypostMeaning {
  const coarse = STATUSES.get((status ?? "").toLowerCase()) ?? UNKNOWN;
  const fine = DETAILS.get((statusDetail ?? "").toLowerCase());
  const isOpen = coarse.status === "exception" || coarse.effect === "unknown";
  const decides = isOpen && fine?.says !== undefined;
  const explains = coarse.effect === "moves" && fine?.reason !== undefined && !ENDED.has(coarse.status ?? "");
  if (fine === undefined || !(decides || explains)) return { ...coarse, code: status };
  const { actionRequired, ...why } = whyOf(fine);
  return {
    ...(decides && fine.says !== undefined ? saidOf(fine.says) : saidBy(coarse)),
    ...why,
    actionRequired: actionRequired ?? coarse.actionRequired,
    code: statusDetail,
  };
}

const ENDED: ReadonlySet<string> = new Set(["delivered", "cancelled"]);
