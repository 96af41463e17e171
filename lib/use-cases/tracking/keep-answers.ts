import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { giveBack, type NextCheck } from "#db/queries/due-shipments.ts";
import { keepObservations, type ObservationToKeep, observationsOf } from "#db/queries/observations.ts";
import type { ShipmentNumber } from "#db/queries/shipment-numbers.ts";
import { type Asking, lockTrackingStates, saveTrackingStates } from "#db/queries/tracking-states.ts";
import type { CarrierError, CarrierReport } from "#lib/carriers/carrier.ts";
import { newId } from "#lib/kernel/ids.ts";
import { err } from "#lib/kernel/result.ts";
import { newObservations } from "#lib/tracking/new-observations.ts";
import { jitter, nextCheckAfterMs } from "#lib/tracking/next-check.ts";
import type { Observation } from "#lib/tracking/observation.ts";
import { stateOf } from "#lib/tracking/state-of.ts";
import type { Status } from "#lib/tracking/status.ts";
import { tryAgainAfterMs } from "#lib/tracking/try-again.ts";
import type { Answer } from "./ask-carrier.ts";
import type { Flight, Synced } from "./flight.ts";
import { restAccount } from "./rest-account.ts";

const DAY_MS = 86_400_000;
/** A number of which a carrier that answers has not heard for so long will not come. */
const GIVE_UP_MS = 30 * DAY_MS;
/** A carrier that fails for so long has forgotten the parcel by now. */
const TOO_OLD_MS = 120 * DAY_MS;
/** What has ended is looked at once more for completeness; that is not worth a second try. */
const ENDED: ReadonlySet<Status> = new Set(["delivered", "returned", "cancelled"]);

export type Answers = {
  readonly flight: Flight;
  /** By the database's clock. */
  readonly askedAt: Temporal.Instant;
  readonly pace: number;
  /** One with an asking of its own: what is pushed was not all said at once. */
  readonly numbers: readonly (ShipmentNumber & { readonly askedAt?: Temporal.Instant })[];
  readonly answers: ReadonlyMap<string, Answer>;
};

/** What one answer changes about its parcel. */
type Change = {
  readonly kept: readonly ObservationToKeep[];
  readonly asking: Asking & { readonly status: Status };
  readonly next: NextCheck;
};

/** Works answers in, in one transaction: all of what a report says or nothing. */
export async function keepAnswers(tx: Tx, input: Answers): Promise<Synced> {
  const { flight, numbers } = input;
  const { merchantId, leaseId } = flight;
  const shipmentIds = numbers.map(({ shipmentId }) => shipmentId);
  const askings = await lockTrackingStates(tx, { merchantId, shipmentIds });
  const stored = Map.groupBy(await observationsOf(tx, { merchantId, shipmentIds }), ({ shipmentId }) => shipmentId);
  const changes = numbers.flatMap((parcel): Change[] => {
    const asking = askings.find(({ shipmentId }) => shipmentId === parcel.shipmentId);
    if (asking === undefined) return [];
    const known = (stored.get(parcel.shipmentId) ?? []).map(({ observation }) => observation);
    const answer = input.answers.get(parcel.number) ?? err(NO_ANSWER);
    const before = { asking, known, knownSince: parcel.knownSince };
    const own = { ...input, askedAt: parcel.askedAt ?? input.askedAt };
    return [answer.ok ? heard(own, before, answer.value) : unheard(own, before, answer.error)];
  });
  const news = await keepObservations(tx, { merchantId, observations: changes.flatMap(({ kept }) => kept) });
  await saveTrackingStates(tx, { merchantId, states: changes.map(({ asking }) => asking) });
  // What was claimed and is no parcel any more is nobody's to ask about.
  const gone = flight.shipmentIds.filter((id) => !changes.some(({ next }) => next.shipmentId === id));
  const checks = [...changes.map(({ next }) => next), ...gone.map((shipmentId) => ({ shipmentId, waitMs: null }))];
  await giveBack(tx, { merchantId, leaseId, checks });
  const paused = await restAccount(tx, input);
  const answered = numbers.filter(({ number }) => input.answers.get(number)?.ok).length;
  const trouble = [...input.answers.values()].find((answer) => !answer.ok)?.error ?? null;
  return { answered, failed: numbers.length - answered, news, paused, trouble };
}

type Before = {
  readonly asking: Asking;
  readonly known: readonly Observation[];
  readonly knownSince: string;
};

const NO_ANSWER: CarrierError = { kind: "unreadable", message: "The answer left this number out", retryAfterMs: null };

function heard({ askedAt, pace }: Answers, { asking, known, knownSince }: Before, report: CarrierReport): Change {
  const { shipmentId } = asking;
  const at = askedAt.toString();
  const fresh = report.found ? newObservations(known, report, at) : [];
  const all = [...known, ...fresh.map(({ observation }) => observation)];
  const after = isOvertaken(asking, askedAt)
    ? asking
    : { shipmentId, askedAt: at, checkedAt: at, problem: null, problemSince: null, failures: 0 };
  const state = stateOf(all, askedAt, { supported: true, checkedAt: after.checkedAt, problem: null });
  const isHopeless = state.status === "pending" && ageMs(knownSince, askedAt) > GIVE_UP_MS;
  const waitMs = isHopeless ? null : nextCheckAfterMs(state, askedAt, { key: shipmentId, knownSince, pace });
  return {
    kept: fresh.map(({ observation, identity, raw }) => ({
      id: newId(),
      shipmentId,
      observation,
      contentHash: createHash("sha256").update(identity).digest("hex"),
      source: "poll",
      raw,
    })),
    asking: { ...after, status: state.status },
    next: { shipmentId, waitMs },
  };
}

function unheard({ askedAt, pace }: Answers, { asking, known, knownSince }: Before, error: CarrierError): Change {
  const { shipmentId } = asking;
  const at = askedAt.toString();
  const failures = asking.failures + 1;
  const after = isOvertaken(asking, askedAt)
    ? asking
    : { ...asking, askedAt: at, problem: error.kind, problemSince: asking.problemSince ?? at, failures };
  const { status } = stateOf(known, askedAt, { supported: true, checkedAt: after.checkedAt, problem: null });
  const isOver =
    ENDED.has(status) || ageMs(knownSince, askedAt) > (error.kind === "invalid_number" ? GIVE_UP_MS : TOO_OLD_MS);
  const { retryAfterMs } = error;
  // Spread, so that a batch that failed as one does not come back as one.
  const waitMs = Math.max(
    jitter(tryAgainAfterMs(error.kind, failures, { retryAfterMs: null, pace }), shipmentId),
    retryAfterMs ?? 0,
  );
  return { kept: [], asking: { ...after, status }, next: { shipmentId, waitMs: isOver ? null : waitMs } };
}

function ageMs(since: string, now: Temporal.Instant): number {
  return now.epochMilliseconds - Temporal.Instant.from(since).epochMilliseconds;
}

/** A flight that was held up and comes back after a later one: its facts count, what it says of our asking does not. */
function isOvertaken(asking: Asking, askedAt: Temporal.Instant): boolean {
  return asking.askedAt !== null && Temporal.Instant.compare(askedAt, asking.askedAt) < 0;
}
