import type { WaitingRequest } from "#db/queries/shop-hooks.ts";
import { remedyDetails } from "./remedy-details.ts";
import type { ShopRequest } from "./shop-port.ts";

/** What a shop is asked, in the words of docs/shop-requests.md; null for a remedy of which it is not asked. */
export function shopRequestOf(waiting: WaitingRequest): ShopRequest | null {
  const { id, shop, orderNumber, carrier, trackingNumber, at: timestamp } = waiting;
  const parcel = carrier === null ? null : { carrier, trackingNumber };
  const about = { id, shop, orderNumber, parcel };
  if (waiting.kind === "gesture") {
    const { gesture, ruleId, costMinor, currency, code } = waiting;
    const type = "gesture.granted";
    const data = { ...about, gesture, code, costMinor, currency, ruleId };
    return { id: `${id}_granted`, type, body: JSON.stringify({ type, timestamp, data }) };
  }
  const { remedy, state, details, dueAt } = waiting;
  if (remedy !== "refund" && remedy !== "reship") return null;
  const step = state === "taken_back" ? "withdrawn" : "requested";
  const type = `${remedy}.${step}` as const;
  const data = step === "withdrawn" ? about : { ...about, words: remedyDetails.parse(details).words, dueAt };
  return { id: `${id}_${step}`, type, body: JSON.stringify({ type, timestamp, data }) };
}
