import type { Tx } from "#db/client.ts";
import { lockDue } from "#db/queries/due-shipments.ts";
import {
  endPushes,
  lockPushes,
  notePushed,
  noteTold,
  type PushedParcel,
  type PushOutcome,
  parcelsOfPushes,
} from "#db/queries/pushes.ts";
import { askEndedAgain, bringForward } from "#db/queries/schedule-shipments.ts";
import { tellNews } from "#db/queries/tracking-news.ts";
import { lockTrackingStates } from "#db/queries/tracking-states.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, ShipmentId } from "#lib/kernel/ids.ts";
import { judgeAfter } from "#lib/use-cases/promises/judge-after.ts";
import type { TrackingDeps } from "#lib/use-cases/tracking/tracking-deps.ts";
import { type KeptReport, keepReports } from "./keep-reports.ts";
import { hintedBy, type PushedReport, type ReadPush, readPush, reportsOf } from "./read-push.ts";

const DAY_MS = 86_400_000;
/** Parcels on their way are told of every day or two: after so long without a push we ask as if nobody pushed. */
const PUSHED_FOR_MS = 3 * DAY_MS;
/** What has ended is not asked about more often, however many hints come. */
const ENDED_FLOOR_MS = DAY_MS / 4;

export type Worked =
  | { readonly kind: "done"; readonly outcome: PushOutcome }
  /** It is worked in already, or gone. */
  | { readonly kind: "nothing" }
  /** Somebody asks about the parcel at this very moment, perhaps a moment too early: to be tried again. */
  | { readonly kind: "later" };

type Input = { readonly merchantId: MerchantId; readonly pushIds: readonly string[] };
/** A push and the parcels that it is about. */
type Found = { readonly push: ReadPush; readonly parcels: readonly PushedParcel[] };
type Result = {
  readonly outcomes: ReadonlyMap<string, PushOutcome | "later">;
  /** Parcels of which there is something new. */
  readonly news: readonly ShipmentId[];
  readonly toJudge: readonly ShipmentId[];
};

/**
 * Works in what carriers pushed to one merchant, once, however often it is asked to, in one transaction. A signed report is
 * kept like an answer; a hint, or a report by another account than the one that answers for the parcel, has the carrier asked
 * next. Everything else is noted. Returns how each went, in their order. Throws only when our own database fails.
 */
export async function workPushes(deps: TrackingDeps, { merchantId, pushIds }: Input): Promise<readonly Worked[]> {
  const { outcomes, news, toJudge } = await withTenant(deps.db, merchantId, (tx) =>
    workAll(deps, tx, { merchantId, pushIds }),
  );
  await judgeAfter(deps, { merchantId, shipmentIds: toJudge });
  // After the transaction: see `tellNews`.
  await tellNews(deps.db, { merchantId, shipmentIds: news });
  return pushIds.map((id): Worked => {
    const outcome = outcomes.get(id);
    if (outcome === undefined) return { kind: "nothing" };
    return outcome === "later" ? { kind: outcome } : { kind: "done", outcome };
  });
}

async function workAll(deps: TrackingDeps, tx: Tx, { merchantId, pushIds }: Input): Promise<Result> {
  const waiting = await lockPushes(tx, { merchantId, pushIds });
  const pace = waiting.some(({ sandbox }) => sandbox) ? deps.sandbox.pace : 1;
  const read = waiting.map((push) => readPush(deps.carriers.get(push.carrier), push));
  const found = await findParcels(tx, merchantId, read);
  const reports = found.flatMap(({ push, parcels }) => reportsOf(push, parcels));
  const hinted = idsOf(found.flatMap(({ push, parcels }) => hintedBy(push, parcels)));
  const { reports: kept, toJudge } = await keepAll(tx, { merchantId, pace, found, reports });
  const asked = new Set([
    ...(await bringForward(tx, { merchantId, shipmentIds: hinted })),
    ...(await askEndedAgain(tx, { merchantId, shipmentIds: hinted, floorMs: ENDED_FLOOR_MS / pace })),
  ]);
  const outcomes = new Map(found.map((one) => [one.push.id, outcomeOf(one, kept, asked)]));
  const ended = [...outcomes].flatMap(([id, outcome]) => (outcome === "later" ? [] : [{ id, outcome }]));
  if (ended.length > 0) await endPushes(tx, { merchantId, ended });
  return {
    outcomes,
    news: idsOf(kept.filter(({ isNews }) => isNews).map(({ parcel }) => parcel)),
    toJudge: [...new Set(toJudge)],
  };
}

async function findParcels(tx: Tx, merchantId: MerchantId, read: readonly ReadPush[]): Promise<readonly Found[]> {
  const ofAccounts = Map.groupBy(read, ({ accountId }) => accountId);
  const found = await Promise.all(
    [...ofAccounts].map(async ([accountId, pushes]) => {
      const { carrier = "", isAggregator = false } = pushes[0] ?? {};
      const numbers = [...new Set(pushes.flatMap(({ entries }) => entries.map(({ number }) => number)))];
      const parcels = await parcelsOfPushes(tx, { merchantId, accountId, carrier, isAggregator, numbers });
      return pushes.map((push) => ({
        push,
        parcels: parcels.filter((parcel) => push.entries.some(({ number }) => number === parcel.number)),
      }));
    }),
  );
  return found.flat();
}

/** All parcels are locked at once and in order, so that two who work pushes in never wait for each other in a circle. */
async function keepAll(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly pace: number;
    readonly found: readonly Found[];
    readonly reports: readonly PushedReport[];
  },
): ReturnType<typeof keepReports> {
  const { merchantId, pace, reports } = input;
  const all = idsOf(input.found.flatMap(({ parcels }) => parcels));
  if (all.length === 0) return { reports: [], toJudge: [] };
  const askings = await lockTrackingStates(tx, { merchantId, shipmentIds: all });
  await lockDue(tx, { merchantId, shipmentIds: all });
  const kept = await keepReports(tx, { merchantId, reports, askings, pace });
  await notePushed(tx, { merchantId, shipmentIds: all, forMs: PUSHED_FOR_MS / pace });
  const told = idsOf(reports.map(({ parcel }) => parcel));
  if (told.length > 0) await noteTold(tx, { merchantId, shipmentIds: told });
  // What came too late may have been taken back since: the carrier knows.
  const late = idsOf(kept.reports.filter(({ isLate, isNews }) => isLate && isNews).map(({ parcel }) => parcel));
  if (late.length > 0) await bringForward(tx, { merchantId, shipmentIds: late });
  return kept;
}

function outcomeOf(
  { push, parcels }: Found,
  kept: readonly KeptReport[],
  asked: ReadonlySet<ShipmentId>,
): PushOutcome | "later" {
  if (push.emptiness !== null) return push.emptiness;
  if (parcels.length === 0) return "no_parcel";
  const hinted = hintedBy(push, parcels);
  if (hinted.some(({ shipmentId }) => asked.has(shipmentId))) return "later";
  const own = kept.filter((report) => report.push === push);
  if (own.length > 0) return own.some(({ isNews }) => isNews) ? "news" : "nothing_new";
  return hinted.length > 0 ? "hint" : "unreadable";
}

function idsOf(parcels: readonly Pick<PushedParcel, "shipmentId">[]): readonly ShipmentId[] {
  return [...new Set(parcels.map(({ shipmentId }) => shipmentId))];
}
