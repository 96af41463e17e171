import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { giveBack, type NextCheck } from "#db/queries/due-shipments.ts";
import { keepObservations, type ObservationToKeep, observationsOf } from "#db/queries/observations.ts";
import type { ShipmentNumber } from "#db/queries/shipment-numbers.ts";
import { type Asking, lockTrackingStates, saveTrackingStates } from "#db/queries/tracking-states.ts";
import type { CarrierError, CarrierReport } from "#lib/carriers/carrier.ts";
import { newId } from "#lib/kernel/ids.ts";
import { newObservations } from "#lib/tracking/new-observations.ts";
import { nextCheckAfterMs } from "#lib/tracking/next-check.ts";
import type { Observation } from "#lib/tracking/observation.ts";
import { stateOf } from "#lib/tracking/state-of.ts";
import type { Status } from "#lib/tracking/status.ts";
import { tryAgainAfterMs } from "#lib/tracking/try-again.ts";
import type { Answer } from "./ask-carrier.ts";
import type { Flight, Synced } from "./flight.ts";

const GIVE_UP_MS = 30 * 86_400_000;

export type Answers = {
  readonly flight: Flight;
  readonly askedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly pace: number;
  readonly numbers: readonly ShipmentNumber[];
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
  const { merchantId, leaseId } = input.flight;
  const shipmentIds = input.numbers.map(({ shipmentId }) => shipmentId);
  const askings = await lockTrackingStates(tx, { merchantId, shipmentIds });
  const stored = Map.groupBy(await observationsOf(tx, { merchantId, shipmentIds }), ({ shipmentId }) => shipmentId);
  const changes: Change[] = [];
  let answered = 0;
  for (const { shipmentId, number, knownSince } of input.numbers) {
    const asking = askings.find((known) => known.shipmentId === shipmentId);
    const answer = input.answers.get(number);
    if (asking === undefined || answer === undefined) continue;
    const known = (stored.get(shipmentId) ?? []).map(({ observation }) => observation);
    const change = answer.ok
      ? heard(input, { asking, known, knownSince }, answer.value)
      : unheard(input, { asking, known }, answer.error);
    changes.push(
      isHopeless(change, knownSince, input.now) ? { ...change, next: { shipmentId, waitMs: null } } : change,
    );
    if (answer.ok) answered += 1;
  }
  const news = await keepObservations(tx, { merchantId, observations: changes.flatMap(({ kept }) => kept) });
  await saveTrackingStates(tx, { merchantId, states: changes.map(({ asking }) => asking) });
  await giveBack(tx, { merchantId, leaseId, checks: changes.map(({ next }) => next) });
  return { answered, failed: changes.length - answered, news };
}

type Before = { readonly asking: Asking; readonly known: readonly Observation[] };

function heard(
  { askedAt, now, pace }: Answers,
  { asking, known, knownSince }: Before & { readonly knownSince: string },
  report: CarrierReport,
): Change {
  const { shipmentId } = asking;
  const at = askedAt.toString();
  const fresh = report.found ? newObservations(known, report, at) : [];
  const all = [...known, ...fresh.map(({ observation }) => observation)];
  const after = isOvertaken(asking, askedAt)
    ? asking
    : { shipmentId, askedAt: at, checkedAt: at, problem: null, problemSince: null, failures: 0 };
  const state = stateOf(all, now, { supported: true, checkedAt: after.checkedAt, problem: null });
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
    next: { shipmentId, waitMs: nextCheckAfterMs(state, now, { key: shipmentId, knownSince, pace }) },
  };
}

function unheard({ askedAt, now, pace }: Answers, { asking, known }: Before, error: CarrierError): Change {
  const { shipmentId } = asking;
  const at = askedAt.toString();
  const failures = asking.failures + 1;
  const after = isOvertaken(asking, askedAt)
    ? asking
    : { ...asking, askedAt: at, problem: error.kind, problemSince: asking.problemSince ?? at, failures };
  const { status } = stateOf(known, now, { supported: true, checkedAt: after.checkedAt, problem: null });
  const waitMs = tryAgainAfterMs(error.kind, failures, { retryAfterMs: error.retryAfterMs, pace });
  return { kept: [], asking: { ...after, status }, next: { shipmentId, waitMs } };
}

/** Nothing was ever heard of the parcel since we knew of it: asking on would only cost quota. */
function isHopeless({ asking }: Change, knownSince: string, now: Temporal.Instant): boolean {
  const quietMs = now.epochMilliseconds - Temporal.Instant.from(knownSince).epochMilliseconds;
  return quietMs > GIVE_UP_MS && (asking.status === "pending" || asking.problem === "invalid_number");
}

/** A flight that was held up and comes back after a later one: its facts count, what it says of our asking does not. */
function isOvertaken(asking: Asking, askedAt: Temporal.Instant): boolean {
  return asking.askedAt !== null && Temporal.Instant.compare(askedAt, asking.askedAt) < 0;
}
