import type { Tx } from "#db/client.ts";
import { isAnyAsked } from "#db/queries/due-shipments.ts";
import {
  endPush,
  lockPush,
  newestScanOf,
  notePushed,
  noteReports,
  type PushedParcel,
  type PushOutcome,
  parcelsOfPush,
  type WaitingPush,
} from "#db/queries/pushes.ts";
import { bringForward } from "#db/queries/schedule-shipments.ts";
import { tellNews } from "#db/queries/tracking-news.ts";
import { lockTrackingStates } from "#db/queries/tracking-states.ts";
import { withTenant } from "#db/tenant.ts";
import type { Carrier, CarrierReport } from "#lib/carriers/carrier.ts";
import type { MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import { ok } from "#lib/kernel/result.ts";
import { keepAnswers } from "#lib/use-cases/tracking/keep-answers.ts";
import type { TrackingDeps } from "#lib/use-cases/tracking/tracking-deps.ts";
import { askedAtOf } from "./asked-at.ts";

const DAY_MS = 86_400_000;
/** Parcels on their way are told of every day or two: after so long without a push we ask as if nobody pushed. */
const PUSHED_FOR_MS = 3 * DAY_MS;

export type Worked =
  | { readonly kind: "done"; readonly outcome: PushOutcome }
  /** It is worked in already, or gone. */
  | { readonly kind: "nothing" }
  /** Somebody asks about the parcel at this very moment, perhaps a moment too early: to be tried again. */
  | { readonly kind: "later" };

type Push = WaitingPush & { readonly merchantId: MerchantId; readonly carrierOf: Carrier | undefined };
/** What a push comes to, and of which parcels there is something new. */
type Result = { readonly outcome: PushOutcome; readonly news: readonly ShipmentId[] };

/** Undoes a transaction whose push has to wait. */
class TryLater extends Error {}

/**
 * Works in what a carrier pushed, once, however often its job runs. A signed report is kept like an answer; a hint, or a
 * report by another account than the one that answers for the parcel, has the carrier asked next. Everything else is noted.
 * Throws only when our own database fails.
 */
export async function workPush(
  deps: TrackingDeps,
  { merchantId, pushId }: { readonly merchantId: MerchantId; readonly pushId: string },
): Promise<Worked> {
  try {
    const result = await withTenant(deps.db, merchantId, async (tx): Promise<Result | null> => {
      const waiting = await lockPush(tx, { merchantId, pushId });
      if (waiting === null) return null;
      const push = { ...waiting, merchantId, carrierOf: deps.carriers.get(waiting.carrier) };
      const worked = await workIn(tx, push, waiting.sandbox ? deps.sandbox.pace : 1);
      await endPush(tx, { merchantId, pushId, outcome: worked.outcome });
      return worked;
    });
    if (result === null) return { kind: "nothing" };
    await tellNews(deps.db, { merchantId, shipmentIds: result.news });
    return { kind: "done", outcome: result.outcome };
  } catch (error) {
    if (error instanceof TryLater) return { kind: "later" };
    throw error;
  }
}

async function workIn(tx: Tx, push: Push, pace: number): Promise<Result> {
  const { merchantId, accountId, carrier, carrierOf, body } = push;
  const pushes = carrierOf?.pushes ?? null;
  const entries = pushes?.read(body) ?? [];
  const numbers = [...new Set(entries.flatMap(({ trackingNumber }) => asStored(trackingNumber) ?? []))];
  if (numbers.length === 0) return nothing(entries.some(({ result }) => !result.ok) ? "unreadable" : "no_parcel");
  const isAggregator = carrierOf?.isAggregator === true;
  const parcels = await parcelsOfPush(tx, { merchantId, accountId, carrier, isAggregator, numbers });
  if (parcels.length === 0) return nothing("no_parcel");
  // All at once and in order, so that two pushes of several parcels never wait for each other.
  const shipmentIds = parcels.map(({ shipmentId }) => shipmentId);
  const askings = await lockTrackingStates(tx, { merchantId, shipmentIds });
  const lastAskedAt = (id: ShipmentId) => askings.find(({ shipmentId }) => shipmentId === id)?.askedAt ?? null;
  const isReport = (parcel: PushedParcel) => pushes?.trust === "report" && parcel.isInCharge;
  const told = entries.flatMap(({ trackingNumber, result }) => {
    const about = parcels.filter((parcel) => parcel.number === asStored(trackingNumber) && isReport(parcel));
    return result.ok && about.length > 0 ? [{ report: result.value, about }] : [];
  });
  const news: ShipmentId[] = [];
  for (const { report, about } of told)
    for (const parcel of about) {
      const about = { report, parcel, pace, lastAskedAt: lastAskedAt(parcel.shipmentId) };
      if (await keepReport(tx, push, about)) news.push(parcel.shipmentId);
    }
  const hinted = parcels.filter((parcel) => !isReport(parcel)).map(({ shipmentId }) => shipmentId);
  if (hinted.length > 0) await hint(tx, push, hinted);
  if (told.length > 0) return { outcome: news.length > 0 ? "news" : "nothing_new", news };
  return nothing(hinted.length > 0 ? "hint" : "unreadable");
}

function nothing(outcome: PushOutcome): Result {
  return { outcome, news: [] };
}

/** A number as parcels' numbers are stored: see `trackingNumberCell`. */
function asStored(number: string | null): string | null {
  return number?.toUpperCase().replace(/[\s-]+/g, "") ?? null;
}

/** Returns whether the report said something new. */
async function keepReport(
  tx: Tx,
  { merchantId, accountId, carrier, carrierOf, body, receivedAt }: Push,
  input: {
    readonly report: CarrierReport;
    readonly parcel: PushedParcel;
    readonly pace: number;
    readonly lastAskedAt: string | null;
  },
): Promise<boolean> {
  const { report, parcel, pace, lastAskedAt } = input;
  const { shipmentId, number, knownSince } = parcel;
  const saidAt = carrierOf?.pushes?.saidAt?.(body) ?? null;
  const newestScan = saidAt === null ? await newestScanOf(tx, { merchantId, shipmentId }) : null;
  const { askedAt, isLate } = askedAtOf(report, { saidAt, receivedAt, lastAskedAt, newestScan });
  const shipmentIds = [shipmentId];
  const { news } = await keepAnswers(tx, {
    // Nobody's lease: whoever asks about the parcel meanwhile keeps it.
    flight: { merchantId, accountId, leaseId: null },
    source: "push",
    carrier,
    askedAt,
    pace,
    numbers: [{ shipmentId, number, carrier: parcel.carrier, knownSince, refusedBy: parcel.refusedBy }],
    answers: new Map([[number, ok(report)]]),
  });
  await noteReports(tx, { merchantId, shipmentIds, receivedAt, pushedForMs: PUSHED_FOR_MS / pace });
  // What came too late may have been taken back since: the carrier knows.
  if (isLate && news > 0) await bringForward(tx, { merchantId, shipmentIds });
  return news > 0;
}

async function hint(tx: Tx, { merchantId, receivedAt }: Push, shipmentIds: readonly ShipmentId[]): Promise<void> {
  await notePushed(tx, { merchantId, shipmentIds, receivedAt, pushedForMs: PUSHED_FOR_MS });
  await bringForward(tx, { merchantId, shipmentIds });
  if (await isAnyAsked(tx, { merchantId, shipmentIds })) throw new TryLater();
}
