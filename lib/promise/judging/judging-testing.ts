import { Temporal } from "temporal-polyfill";
import { arrivalReader, learnedArrivals } from "#lib/promise/arrival/arrival-state.ts";
import { SHOP_TERMS } from "#lib/promise/arrival/shop-terms.ts";
import type { Promised } from "#lib/promise/ledger.ts";
import type { Judge, ParcelToJudge } from "./judged-parcel.ts";
import { dayNumber } from "./local-moment.ts";

/** For tests of judging: a shop that has learned nothing yet, and a parcel of it. */

export const NOW = Temporal.Instant.from("2026-11-04T15:00:00Z").epochMilliseconds;
export const HOUR = 3_600_000;
const reader = arrivalReader(learnedArrivals(SHOP_TERMS, [], { day: dayNumber("2026-11-04"), holidays: [] }));

export function judgeAt(nowMs: number): Judge {
  const thresholds = { atRisk: 0.5, nearlySure: 0.8, lost: 0.5, lostDaysAfterPromise: 21 };
  return { nowMs, reader, thresholds, betterSource: () => "carrier" };
}

export const promised = (fromDay: string, toDay: string): Promised => ({
  ...{ fromDay, toDay, saidBy: "checkout", saidAt: "2026-11-01T10:00:00Z", reason: null },
});

/** Handed over yesterday, scanned an hour ago. */
export function parcel(changes: Partial<ParcelToJudge> = {}, seen: Partial<ParcelToJudge["seen"]> = {}): ParcelToJudge {
  return {
    seen: {
      ...{ zone: "Europe/Berlin", isOpen: true, handedOverMs: NOW - 24 * HOUR, arrivedMs: null, arrivedOn: null },
      ...{
        watchedUntilMs: null,
        outForDeliveryMs: null,
        silentFromMs: null,
        silentToMs: null,
        statusSince: "2026-11-04",
      },
      ...{ triedOn: null, carrierFrom: null, carrierTo: null, carrierFirstTo: null },
      ...{ reason: null, responsible: null, actionRequired: null },
      ...{ fromTown: "Leipzig", fromCountry: "DE", km: 380 },
      ...seen,
    },
    way: { carrier: "dhl", shippingMethod: "Standard", shipCountry: "DE", shipPostcode: "53113" },
    ...{ status: "in_transit", placedMs: NOW - 72 * HOUR, newsMs: NOW - HOUR, checkedMs: NOW },
    ...{
      isCancelled: false,
      neededBy: null,
      neededBySaid: null,
      why: null,
      ledger: [],
      firstBelief: null,
      before: "none",
      broken: null,
    },
    ...changes,
  };
}
