import type { Tx } from "#db/client.ts";
import { databaseNow } from "#db/queries/database-now.ts";
import { heardOf } from "#db/queries/pushes.ts";
import type { Asking } from "#db/queries/tracking-states.ts";
import type { MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import { ok } from "#lib/kernel/result.ts";
import { instantMsOf } from "#lib/tracking/epoch.ts";
import { keepAnswers } from "#lib/use-cases/tracking/keep-answers.ts";
import { type Asked, askedAtOf, type Known } from "./asked-at.ts";
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
type Turn = PushedReport & Pick<Asked, "askedAt" | "isLate">;

type Kept = {
  readonly reports: readonly KeptReport[];
  /** Parcels to be judged once the transaction has ended. */
  readonly toJudge: readonly ShipmentId[];
};

/** Keeps pushed reports like answers: those of one parcel one after the other, those of many parcels at once. */
export async function keepReports(tx: Tx, { merchantId, reports, askings, pace }: Input): Promise<Kept> {
  const shipmentIds = [...new Set(reports.map(({ parcel }) => parcel.shipmentId))];
  if (shipmentIds.length === 0) return { reports: [], toJudge: [] };
  const countAll = async () =>
    new Map((await heardOf(tx, { merchantId, shipmentIds })).map((heard) => [heard.shipmentId, heard]));
  let heard = await countAll();
  const inTurn = [...Map.groupBy(reports, ({ parcel }) => parcel.shipmentId)].map(([shipmentId, ofParcel]) =>
    turnsOf(ofParcel, {
      lastAskedMs: instantMsOf(askings.find((asking) => asking.shipmentId === shipmentId)?.askedAt ?? null),
      newestScanMs: instantMsOf(heard.get(shipmentId)?.newest ?? null),
    }),
  );
  const kept: KeptReport[] = [];
  const toJudge: ShipmentId[] = [];
  for (let nth = 0; nth < Math.max(...inTurn.map(({ length }) => length)); nth += 1) {
    const turns = inTurn.flatMap((ofParcel) => ofParcel[nth] ?? []);
    toJudge.push(...(await keepTurns(tx, { merchantId, turns, pace })));
    const before = heard;
    heard = await countAll();
    const countOf = (id: ShipmentId, known: typeof heard) => known.get(id)?.count ?? 0;
    const isNews = ({ parcel: { shipmentId } }: Turn) => countOf(shipmentId, heard) > countOf(shipmentId, before);
    kept.push(...turns.map((turn) => ({ ...turn, isNews: isNews(turn) })));
  }
  return { reports: kept, toJudge };
}

/** When each of one parcel's reports counts as asked for. */
function turnsOf(reports: readonly PushedReport[], before: Known): readonly Turn[] {
  let known = before;
  return reports.map((pushed) => {
    const { askedAt, isLate, after } = askedAtOf(pushed.report, pushed.push, known);
    known = after;
    return { ...pushed, askedAt, isLate };
  });
}

/** Keeps at most one report a parcel; returns the parcels to be judged. */
async function keepTurns(
  tx: Tx,
  { merchantId, turns, pace }: Pick<Input, "merchantId" | "pace"> & { readonly turns: readonly Turn[] },
): Promise<readonly ShipmentId[]> {
  const now = await databaseNow(tx);
  const all: ShipmentId[] = [];
  for (const [accountId, ofAccount] of Map.groupBy(turns, ({ push }) => push.accountId)) {
    const [first] = ofAccount;
    if (first === undefined) continue;
    const { toJudge } = await keepAnswers(tx, {
      // Nobody's lease: whoever asks about a parcel meanwhile keeps it.
      flight: { merchantId, accountId, leaseId: null },
      source: "push",
      carrier: first.push.carrier,
      askedAt: first.askedAt,
      now,
      pace,
      numbers: ofAccount.map(({ parcel, askedAt }) => ({ ...parcel, askedAt })),
      answers: new Map(ofAccount.map(({ parcel, report }) => [parcel.number, ok(report)])),
    });
    all.push(...toJudge);
  }
  return all;
}
