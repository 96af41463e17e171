import type { Tx } from "#db/client.ts";
import { newestScansOf } from "#db/queries/pushes.ts";
import type { Asking } from "#db/queries/tracking-states.ts";
import { type MerchantId, newId, type ShipmentId } from "#lib/kernel/ids.ts";
import { ok } from "#lib/kernel/result.ts";
import { instantMsOf } from "#lib/tracking/epoch.ts";
import { keepAnswers } from "#lib/use-cases/tracking/keep-answers.ts";
import { askedAtOf, type Known } from "./asked-at.ts";
import type { PushedReport } from "./read-push.ts";

export type KeptReport = PushedReport & {
  /** It said something that nobody had said before. */
  readonly isNews: boolean;
  /** A newer one was worked in before it. */
  readonly isLate: boolean;
};

type Input = {
  readonly merchantId: MerchantId;
  /** As they were received. */
  readonly reports: readonly PushedReport[];
  /** Of all their parcels, locked. */
  readonly askings: readonly Asking[];
  readonly pace: number;
};

/** Keeps pushed reports like answers: those of one parcel one after the other, parcels side by side. */
export async function keepReports(tx: Tx, input: Input): Promise<readonly KeptReport[]> {
  const { merchantId, reports, askings } = input;
  const untold = reports.filter(({ push }) => push.saidAt === null).map(({ parcel }) => parcel.shipmentId);
  const newest =
    untold.length === 0
      ? new Map<ShipmentId, string>()
      : await newestScansOf(tx, { merchantId, shipmentIds: [...new Set(untold)] });
  const ofParcels = Map.groupBy(reports, ({ parcel }) => parcel.shipmentId);
  const kept = await Promise.all(
    [...ofParcels].map(([shipmentId, ofParcel]) => {
      const asking = askings.find((one) => one.shipmentId === shipmentId);
      return keepInTurn(tx, input, ofParcel, {
        lastAskedMs: instantMsOf(asking?.askedAt ?? null),
        newestScanMs: instantMsOf(newest.get(shipmentId) ?? null),
      });
    }),
  );
  return kept.flat();
}

async function keepInTurn(
  tx: Tx,
  { merchantId, pace }: Input,
  reports: readonly PushedReport[],
  before: Known,
): Promise<readonly KeptReport[]> {
  const kept: KeptReport[] = [];
  let known = before;
  for (const pushed of reports) {
    const { push, parcel, report } = pushed;
    const { shipmentId, number, knownSince } = parcel;
    const { askedAt, isLate, after } = askedAtOf(report, push, known);
    known = after;
    const { news } = await keepAnswers(tx, {
      // Nobody's lease: whoever asks about the parcel meanwhile keeps it.
      flight: { merchantId, accountId: push.accountId, shipmentIds: [shipmentId], leaseId: newId() },
      askedAt,
      pace,
      numbers: [{ shipmentId, number, knownSince }],
      answers: new Map([[number, ok(report)]]),
    });
    kept.push({ ...pushed, isNews: news > 0, isLate });
  }
  return kept;
}
