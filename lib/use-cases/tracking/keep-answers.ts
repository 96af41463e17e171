import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { type AnsweringAccount, answeringAccounts } from "#db/queries/answering-account.ts";
import { giveBack, type NextCheck } from "#db/queries/due-shipments.ts";
import { keepObservations, type ObservationToKeep, observationsOf } from "#db/queries/observations.ts";
import { markStatuses } from "#db/queries/order-marks.ts";
import type { ShipmentNumber } from "#db/queries/shipment-numbers.ts";
import {
  type LockedAsking,
  lockTrackingStates,
  saveTrackingStates,
  type TrackingStateToSave,
} from "#db/queries/tracking-states.ts";
import { countUnknownCodes, type UnknownCode } from "#db/queries/unknown-codes.ts";
import type { CarrierError, CarrierReport } from "#lib/carriers/carrier.ts";
import { type CarrierAccountId, newId, type ShipmentId } from "#lib/kernel/ids.ts";
import { err } from "#lib/kernel/result.ts";
import { factsText } from "#lib/promise/judging/facts-text.ts";
import { lastNewsMs } from "#lib/promise/judging/last-news.ts";
import { isoSeconds } from "#lib/tracking/epoch.ts";
import { newObservations } from "#lib/tracking/new-observations.ts";
import { isExpectedToday, isLongOut, jitter, nextCheckAfterMs } from "#lib/tracking/next-check.ts";
import type { Observation } from "#lib/tracking/observation.ts";
import { stateOf } from "#lib/tracking/state-of.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { TrackingState } from "#lib/tracking/tracking-state.ts";
import { tryAgainAfterMs } from "#lib/tracking/try-again.ts";
import { urgencyOf } from "#lib/tracking/urgency.ts";
import type { Answer } from "./ask-carrier.ts";
import type { Flight, Synced } from "./flight.ts";

const DAY_MS = 86_400_000;
/** A number of which a carrier that answers has not heard for so long will not come. */
const GIVE_UP_MS = 30 * DAY_MS;
/** A carrier that fails for so long has forgotten the parcel by now. */
const TOO_OLD_MS = 120 * DAY_MS;
/** What has ended is looked at once more for completeness; that is not worth a second try. */
const ENDED: ReadonlySet<Status> = new Set(["delivered", "returned", "cancelled"]);

export type Answers = {
  readonly flight: Pick<Flight, "merchantId" | "accountId"> & {
    /** Null where the carrier told by itself: nobody has claimed the parcels. */
    readonly leaseId: string | null;
  };
  readonly source: "poll" | "push";
  /** Of the account, as in `carrier_accounts.carrier`. */
  readonly carrier: string;
  /** By the database's clock; for a push when it came. */
  readonly askedAt: Temporal.Instant;
  /** From when the next checks are counted, where what is told is older; else from the asking. */
  readonly now?: Temporal.Instant;
  readonly pace: number;
  /** One with an asking of its own: what is pushed was not all said at once. */
  readonly numbers: readonly (ShipmentNumber & { readonly askedAt?: Temporal.Instant })[];
  readonly answers: ReadonlyMap<string, Answer>;
  /** Claimed, and no parcels any more: they leave the schedule. */
  readonly gone?: readonly ShipmentId[];
};

export type Kept = Pick<Synced, "answered" | "failed" | "news"> & {
  /** The parcels of which there is something new. */
  readonly changed: readonly ShipmentId[];
  /** Those whose promise stands differently than it was judged last: to be judged once this transaction has ended. */
  readonly toJudge: readonly ShipmentId[];
};

/** What one answer changes about its parcel. */
type Change = {
  readonly kept: readonly ObservationToKeep[];
  readonly asking: TrackingStateToSave;
  readonly isToJudge: boolean;
  readonly next: Omit<NextCheck, "accountId" | "refusedBy">;
  readonly isRefused: boolean;
};

/** Works answers in, in one transaction: all of what a report says or nothing. */
export async function keepAnswers(tx: Tx, input: Answers): Promise<Kept> {
  const { flight, numbers, answers } = input;
  const { merchantId, leaseId, accountId } = flight;
  const shipmentIds = numbers.map(({ shipmentId }) => shipmentId);
  const askings = new Map(
    (await lockTrackingStates(tx, { merchantId, shipmentIds })).map((one) => [one.shipmentId, one]),
  );
  const stored = Map.groupBy(await observationsOf(tx, { merchantId, shipmentIds }), ({ shipmentId }) => shipmentId);
  const worked = numbers.flatMap((parcel): [ShipmentNumber, Change][] => {
    const asking = askings.get(parcel.shipmentId);
    if (asking === undefined) return [];
    const known = (stored.get(parcel.shipmentId) ?? []).map(({ observation }) => observation);
    const answer = answers.get(parcel.number) ?? err(NO_ANSWER);
    const before = { asking, known, knownSince: parcel.knownSince };
    const own = { ...input, askedAt: parcel.askedAt ?? input.askedAt };
    return [[parcel, answer.ok ? heard(own, before, answer.value) : unheard(own, before, answer.error)]];
  });
  const changes = worked.map(([, change]) => change);
  const observations = changes.flatMap(({ kept }) => kept);
  const news = await keepObservations(tx, { merchantId, observations });
  await countUnknownCodes(tx, { merchantId, codes: unknownAmong(input.carrier, observations) });
  const moved = await saveTrackingStates(tx, { merchantId, states: changes.map(({ asking }) => asking) });
  await markStatuses(tx, { merchantId, shipmentIds: moved });
  const carriers = [...new Set(numbers.map(({ carrier }) => carrier))];
  const routes = routesOf(await answeringAccounts(tx, { merchantId, carriers }));
  const checks = worked.map(([parcel, change]) => nextCheckOf(change, parcel, { accountId, routes }));
  const over = (input.gone ?? []).map((shipmentId) => ({ ...GONE, shipmentId, accountId }));
  await giveBack(tx, { merchantId, leaseId, checks: [...checks, ...over] });
  const answered = numbers.filter(({ number }) => answers.get(number)?.ok).length;
  const changed = news === 0 ? [] : changes.flatMap(({ kept, next }) => (kept.length > 0 ? next.shipmentId : []));
  const toJudge = changes.flatMap(({ isToJudge, asking }) => (isToJudge ? [asking.shipmentId] : []));
  return { answered, failed: numbers.length - answered, news, changed, toJudge };
}

const GONE = { waitMs: null, urgency: 3, refusedBy: null } as const;

type Routes = ReadonlyMap<string, readonly AnsweringAccount[]>;

function routesOf(accounts: readonly AnsweringAccount[]): Routes {
  return Map.groupBy(accounts, ({ carrier }) => carrier);
}

/** Who is asked the next time: the first that can be, and at once where this account may not tell and another may. */
function nextCheckOf(
  { next, isRefused }: Change,
  { carrier, refusedBy }: ShipmentNumber,
  { accountId, routes }: { readonly accountId: CarrierAccountId; readonly routes: Routes },
): NextCheck {
  const able = (routes.get(carrier) ?? []).filter((account) => !account.isPaused && account.accountId !== refusedBy);
  const first = able.find((account) => !isRefused || account.accountId !== accountId);
  return {
    ...next,
    waitMs: isRefused && first !== undefined && next.waitMs !== null ? 0 : next.waitMs,
    // Nobody else can be asked: the same one, in its time.
    accountId: first?.accountId ?? accountId,
    refusedBy: isRefused ? accountId : refusedBy,
  };
}

/** Codes of new scans that no table knows, each once. */
function unknownAmong(carrier: string, observations: readonly ObservationToKeep[]): readonly UnknownCode[] {
  const unknown = observations.filter(({ observation }) => observation.effect === "unknown");
  return [...Map.groupBy(unknown, ({ observation }) => observation.code ?? "")].map(([code, scans]) => ({
    ...{ carrier, code, times: scans.length, description: scans.at(-1)?.observation.description ?? null },
  }));
}

type Before = {
  readonly asking: LockedAsking;
  readonly known: readonly Observation[];
  readonly knownSince: string;
};

const NO_ANSWER: CarrierError = { kind: "unreadable", message: "The answer left this number out", retryAfterMs: null };

function heard(
  { askedAt, now = askedAt, pace, source }: Answers,
  { asking, known, knownSince }: Before,
  report: CarrierReport,
): Change {
  const { shipmentId } = asking;
  const at = askedAt.toString();
  const fresh = report.found ? newObservations(known, report, at) : [];
  const all = [...known, ...fresh.map(({ observation }) => observation)];
  const after = isOvertaken(asking, askedAt)
    ? asking
    : { ...asking, askedAt: at, checkedAt: at, problem: null, problemSince: null, failures: 0 };
  const state = stateOf(all, askedAt, { supported: true, checkedAt: after.checkedAt, problem: null });
  const isPushed = source === "push" || asking.isPushed;
  const isHopeless = state.status === "pending" && ageMs(knownSince, now) > GIVE_UP_MS;
  const waitMs = isHopeless ? null : nextCheckAfterMs(state, now, { key: shipmentId, knownSince, pace, isPushed });
  return {
    kept: fresh.map(({ observation, identity, raw }) => ({
      id: newId(),
      shipmentId,
      observation,
      contentHash: createHash("sha256").update(identity).digest("hex"),
      source,
      raw,
    })),
    ...judgedBy(asking, state),
    asking: { ...after, status: state.status, newsAt: newsAtOf(all, askedAt) },
    next: {
      shipmentId,
      waitMs,
      urgency: urgencyOf(state.status, {
        isExpectedToday: isExpectedToday(state, now),
        isLongOut: isLongOut(state, now, pace),
      }),
    },
    isRefused: false,
  };
}

function unheard({ askedAt, pace }: Answers, { asking, known, knownSince }: Before, error: CarrierError): Change {
  const { shipmentId } = asking;
  const at = askedAt.toString();
  const failures = asking.failures + 1;
  const after = isOvertaken(asking, askedAt)
    ? asking
    : { ...asking, askedAt: at, problem: error.kind, problemSince: asking.problemSince ?? at, failures };
  const state = stateOf(known, askedAt, { supported: true, checkedAt: after.checkedAt, problem: null });
  const { status } = state;
  const isOver =
    ENDED.has(status) || ageMs(knownSince, askedAt) > (error.kind === "invalid_number" ? GIVE_UP_MS : TOO_OLD_MS);
  const { retryAfterMs } = error;
  // Spread, so that a batch that failed as one does not come back as one.
  const waitMs = Math.max(
    jitter(tryAgainAfterMs(error.kind, failures, { retryAfterMs: null, pace }), shipmentId),
    retryAfterMs ?? 0,
  );
  const urgency = urgencyOf(status, { isExpectedToday: false, isLongOut: false });
  return {
    kept: [],
    ...judgedBy(asking, state),
    asking: { ...after, status, newsAt: newsAtOf(known, askedAt) },
    next: { shipmentId, waitMs: isOver ? null : waitMs, urgency },
    isRefused: error.kind === "forbidden",
  };
}

/** A carrier that never answered leaves nothing to judge. */
function judgedBy({ facts }: LockedAsking, state: TrackingState): Pick<Change, "isToJudge"> {
  return { isToJudge: state.checkedAt !== null && factsText(state) !== facts };
}

function newsAtOf(observations: readonly Observation[], askedAt: Temporal.Instant): string | null {
  const ms = lastNewsMs(observations, askedAt.epochMilliseconds);
  return ms === null ? null : isoSeconds(Math.floor(ms / 1_000) * 1_000);
}

function ageMs(since: string, now: Temporal.Instant): number {
  return now.epochMilliseconds - Temporal.Instant.from(since).epochMilliseconds;
}

/** A flight that was held up and comes back after a later one: its facts count, what it says of our asking does not. */
function isOvertaken(asking: LockedAsking, askedAt: Temporal.Instant): boolean {
  return asking.askedAt !== null && Temporal.Instant.compare(askedAt, asking.askedAt) < 0;
}
