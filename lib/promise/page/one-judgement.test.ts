import fc from "fast-check";
import { expect, test } from "vitest";
import { delayOf } from "#lib/promise/delay/delay-of.ts";
import { type Judged, judgedParcel, type ParcelToJudge } from "#lib/promise/judging/judged-parcel.ts";
import { HOUR, judgeAt, NOW, parcel, promised } from "#lib/promise/judging/judging-testing.ts";
import { localDay } from "#lib/promise/judging/local-moment.ts";
import { isoSeconds } from "#lib/tracking/epoch.ts";
import { wholeDay } from "#lib/tracking/page/local-times.ts";
import { seenUntilDay } from "#lib/tracking/page/seen-until.ts";
import { ACTIONS, REASONS } from "#lib/tracking/reason.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { delayFactsOf, type SeenParcel } from "./delay-facts.ts";
import { type KeptOrder, NOTHING_KEPT } from "./page-notice.ts";

const ZONE = "Europe/Berlin";
const dayIn = (days: number) => localDay(NOW + days * 24 * HOUR, ZONE);
/** The delay that the page of a parcel finds, from what its judging kept and its carrier's words. */
function onPage(judged: Judged, asked: ParcelToJudge) {
  const { seen, status, checkedMs, newsMs, neededBy, neededBySaid } = asked;
  const { expectation } = judged;
  const words: SeenParcel = {
    ...{ number: 1, zone: ZONE, today: dayIn(0), status, delivery: null },
    since: seen.statusSince === null ? null : { day: seen.statusSince, time: null },
    expected: seen.carrierTo === null ? null : wholeDay(seen.carrierTo),
    reason: seen.reason,
    responsible: seen.responsible,
    actionRequired: seen.actionRequired,
    expectedBefore: seen.carrierFirstTo === null ? [] : [wholeDay(seen.carrierFirstTo)],
    seenUntil: seenUntilDay(checkedMs === null ? null : isoSeconds(checkedMs), ZONE),
  };
  const order: KeptOrder = {
    ledger: asked.ledger,
    ...{
      neededBy,
      neededBySaid,
      thresholds: judgeAt(NOW).thresholds,
      hasSupport: true,
      tier: null,
      parcels: new Map(),
    },
    remedies: {
      offered: { wait: true, pickup: true, address: true, reship: true, refund: true, person: true },
      ...{ reshipFromDaysLate: 3, refundFromDaysLate: 3 },
    },
  };
  const judgement = {
    belief: expectation,
    isHandedOver: expectation.handedOverMs !== null,
    arrivedOn: expectation.arrivedOn,
    triedOn: expectation.triedOn,
    newsAt: newsMs === null ? null : isoSeconds(newsMs),
  };
  const kept = { ...NOTHING_KEPT, judgement, ledger: judged.told };
  return delayOf(delayFactsOf(words, kept, order));
}

test("the page says of a parcel what its judging said, whatever its carrier told", () => {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
  const anyParcel = fc
    .record({
      status: fc.constantFrom(...STATUSES.filter((status) => status !== "cancelled" && status !== "delivered")),
      promise: maybe(fc.integer({ min: -4, max: 4 })),
      carrier: maybe(fc.integer({ min: -3, max: 6 })),
      carrierFirst: fc.integer({ min: -3, max: 6 }),
      neededBy: maybe(fc.integer({ min: -3, max: 5 })),
      neededBySaid: fc.constantFrom("order" as const, "page" as const),
      silentHours: maybe(fc.integer({ min: 0, max: 400 })),
      handedOver: maybe(fc.integer({ min: 0, max: 30 })),
      checkedHours: maybe(fc.integer({ min: 0, max: 80 })),
      since: fc.integer({ min: -4, max: 0 }),
      reason: maybe(fc.constantFrom(...REASONS)),
      actionRequired: maybe(fc.constantFrom(...ACTIONS)),
    })
    .map((one) =>
      parcel(
        {
          status: one.status,
          ledger: one.promise === null ? [] : [promised(dayIn(one.promise), dayIn(one.promise))],
          neededBy: one.neededBy === null ? null : dayIn(one.neededBy),
          neededBySaid: one.neededBy === null ? null : one.neededBySaid,
          newsMs: one.silentHours === null ? null : NOW - one.silentHours * HOUR,
          checkedMs: one.checkedHours === null ? null : NOW - one.checkedHours * HOUR,
        },
        {
          handedOverMs: isWithCarrier(one.status) ? NOW - (one.handedOver ?? 1) * 24 * HOUR : null,
          statusSince: dayIn(one.since),
          carrierFrom: one.carrier === null ? null : dayIn(one.carrier),
          carrierTo: one.carrier === null ? null : dayIn(one.carrier),
          carrierFirstTo: one.carrier === null ? null : dayIn(one.carrierFirst),
          arrivedOn: one.status === "available_for_pickup" ? dayIn(one.since) : null,
          reason: one.reason,
          actionRequired: one.actionRequired,
        },
      ),
    );
  fc.assert(
    fc.property(anyParcel, (asked) => {
      const judged = judgedParcel(judgeAt(NOW), asked);
      expect(onPage(judged, asked)).toEqual(judged.delay);
    }),
    { numRuns: 500 },
  );
});

function isWithCarrier(status: string): boolean {
  return status !== "pending" && status !== "info_received" && status !== "expired";
}
