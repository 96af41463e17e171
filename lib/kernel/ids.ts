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
/** Somebody who may sign in to the desk. */
export type PersonId = Id<"person">;

let lastMs = 0;
let sequence = 0;

/** Random bytes are drawn for many ids at once: each drawing costs as much as the rest of an id. */
const RANDOM = new Uint8Array(8 * 128);
let used = RANDOM.length;

/** A new UUIDv7, strictly increasing within this process. `nowMs` is the Unix time in milliseconds. */
export function newId(nowMs: number = Temporal.Now.instant().epochMilliseconds): string {
  sequence = nowMs > lastMs ? 0 : sequence + 1;
  lastMs = Math.max(nowMs, lastMs);
  if (sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  if (used === RANDOM.length) {
    crypto.getRandomValues(RANDOM);
    used = 0;
  }
  let random = "";
  for (const end = used + 8; used < end; used += 1) random += HEX[RANDOM[used] ?? 0];
  const time = lastMs.toString(16).padStart(12, "0");
  const seq = sequence.toString(16).padStart(3, "0");
  const variant = VARIANT[Number.parseInt(random.charAt(0), 16) & 3];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${seq}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
/** The two bits that RFC 9562 fixes, with two random ones. */
const VARIANT = ["8", "9", "a", "b"] as const;
