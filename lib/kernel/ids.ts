import { Temporal } from "temporal-polyfill";

/** Ids are UUID version 7 (RFC 9562): they sort by creation, so new rows land on the last index page. */

type Id<Name extends string> = string & { readonly __id?: Name };
export type MerchantId = Id<"merchant">;
export type OrderId = Id<"order">;
export type ShipmentId = Id<"shipment">;
export type ShopperId = Id<"shopper">;
export type ProductId = Id<"product">;
export type TrackingLinkId = Id<"tracking-link">;
export type CarrierAccountId = Id<"carrier-account">;
export type MessageId = Id<"message">;

let lastMs = 0;
let sequence = 0;

/** A new UUIDv7, strictly increasing within this process. `nowMs` is the Unix time in milliseconds. */
export function newId(nowMs: number = Temporal.Now.instant().epochMilliseconds): string {
  sequence = nowMs > lastMs ? 0 : sequence + 1;
  lastMs = Math.max(nowMs, lastMs);
  if (sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  const random = crypto.getRandomValues(new Uint8Array(8));
  const time = lastMs.toString(16).padStart(12, "0");
  const seq = sequence.toString(16).padStart(3, "0");
  const variant = (((random[0] ?? 0) & 0x3f) | 0x80).toString(16).padStart(2, "0");
  const tail = Array.from(random.subarray(1), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${seq}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`;
}
