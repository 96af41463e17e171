import { Temporal } from "temporal-polyfill";
import { instantMsOf } from "#lib/tracking/epoch.ts";
import type { PromisedWindow } from "./checkout-promise.ts";

/** One entry of what was promised for an order or a parcel: the window, who said it, when (ISO 8601 instant) and why. */
export type Promised = PromisedWindow & {
  readonly saidBy: "checkout" | "rule" | "carrier" | "merchant" | "learned";
  readonly saidAt: string;
  readonly reason: string | null;
};

/** Whose word counts of what was said at one moment: the merchant's own over its rule's over the checkout's text. */
const WEIGHT: Readonly<Record<Promised["saidBy"], number>> = {
  learned: 0,
  carrier: 1,
  checkout: 2,
  rule: 3,
  merchant: 4,
};

/**
 * What the shopper was told that counts: the newest word of the shop (checkout, rule or merchant), else the first of the
 * carrier; never an estimate of ours. Null when nothing was promised. The ledger may stand in any order.
 */
export function standingPromise(ledger: readonly Promised[]): Promised | null {
  return told(ledger).at(-1) ?? null;
}

/** What the shopper was told before the standing promise, where that was another window; null where nothing was. */
export function promiseBefore(ledger: readonly Promised[]): Promised | null {
  const promises = told(ledger);
  const standing = promises.at(-1);
  return (
    promises.findLast((promise) => promise.fromDay !== standing?.fromDay || promise.toDay !== standing.toDay) ?? null
  );
}

/**
 * How a delivery on the day `YYYY-MM-DD` (where it was delivered) keeps what the shopper was told until that day; null when
 * nothing was. What is said after the promised window has ended mends nothing: the shopper had waited in vain. `zone` (IANA)
 * is where the days of the promise are lived.
 */
export function onTimeOf(
  ledger: readonly Promised[],
  deliveredOn: string,
  zone: string,
): "early" | "on_time" | "late" | null {
  let standing: Promised | null = null;
  for (const promise of told(ledger)) {
    const saidOn = Temporal.Instant.from(promise.saidAt).toZonedDateTimeISO(zone).toPlainDate().toString();
    if (saidOn > deliveredOn || (standing !== null && saidOn > standing.toDay)) break;
    standing = promise;
  }
  if (standing === null) return null;
  if (deliveredOn > standing.toDay) return "late";
  return deliveredOn < standing.fromDay ? "early" : "on_time";
}

/** The promises that stood, one after the other, oldest first. */
function told(ledger: readonly Promised[]): readonly Promised[] {
  const stood: Promised[] = [];
  for (const promise of oldestFirst(ledger)) {
    const last = stood.at(-1);
    if (promise.saidBy === "learned" || (promise.saidBy === "carrier" && last !== undefined)) continue;
    // Said in the same moment, the lesser word was never told.
    if (last !== undefined && compareSaid(last, promise) === 0) stood.pop();
    stood.push(promise);
  }
  return stood;
}

function oldestFirst(ledger: readonly Promised[]): readonly Promised[] {
  return ledger.toSorted((a, b) => compareSaid(a, b) || WEIGHT[a.saidBy] - WEIGHT[b.saidBy]);
}

function compareSaid(a: Promised, b: Promised): number {
  return saidMs(a) - saidMs(b);
}

/** By arithmetic: the hourly look at every open parcel reads each of its promises. */
function saidMs({ saidAt }: Promised): number {
  const ms = instantMsOf(saidAt);
  if (ms === null) throw new RangeError(`${JSON.stringify(saidAt)} is no instant`);
  return ms;
}
