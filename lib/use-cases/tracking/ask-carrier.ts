import { setTimeout as pause } from "node:timers/promises";
import type { CarrierAccount } from "#db/queries/carrier-accounts.ts";
import type { ShipmentNumber } from "#db/queries/shipment-numbers.ts";
import type { CallContext, Carrier, CarrierAccess, CarrierError, CarrierReport } from "#lib/carriers/carrier.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { err, type Result } from "#lib/kernel/result.ts";
import type { Caller } from "#lib/tracking/budget/call-limits.ts";
import { openCredentials } from "#lib/use-cases/carriers/carrier-credentials.ts";
import type { Starts } from "./flight.ts";
import { limitsOf } from "./limits-of.ts";
import { takeCalls } from "./take-calls.ts";
import type { AskDeps } from "./tracking-deps.ts";

export type Answer = Result<CarrierReport, CarrierError>;

/** What one call brought: an answer for each of its numbers. */
export type Call = ReadonlyMap<string, Answer>;

/** All requests of one call together, a token included; well within the lease, so that writing still fits in. */
const CALL_MS = 20_000;
/** No call of a flight begins later than this. */
const LAST_START_MS = 8_000;
/** So many calls of one flight at once. */
const CALLS_AT_ONCE = 4;
/** What a call may be late by, as a part of the gap, without putting off the next: timers are never exact. */
const SLACK = 0.25;
/** A further request waits so long for a call that is free, and so often. */
const WAIT_MS = 500;
const MOST_WAITS = 8;
/** After so many calls in a row without an answer the rest of the flight would not get one either. */
const OUTAGES_IN_A_ROW = 3;

type Asked = {
  readonly merchantId: MerchantId;
  readonly account: CarrierAccount;
  readonly numbers: readonly Pick<ShipmentNumber, "number" | "carrier">[];
  readonly starts: Starts;
};

/**
 * Asks the account's carrier about these numbers, in as many calls as its batches take, each at its time. Ends early where
 * further calls are pointless or would come too late: the numbers of those are in no call. Never throws for what the outside
 * world does.
 */
export async function askCarrier(deps: AskDeps, asked: Asked): Promise<readonly Call[]> {
  const { merchantId, account } = asked;
  const numbers = [...new Set(asked.numbers.map(({ number }) => number))];
  const carrier = deps.carriers.get(account.carrier);
  const all = (error: CarrierError) => [new Map(numbers.map((number) => [number, err(error)]))];
  if (carrier === undefined) return all(declined("rejected", `Nothing here speaks with ${account.carrier}`));
  const credentials = openCredentials(deps.keys, { merchantId, carrier: account.carrier }, account);
  if (credentials === null) return all(declined("credentials_refused", "This server's keys do not open the account's"));
  const access = { accountId: account.id, baseUrl: baseUrlOf(deps, account, carrier), ...credentials };
  const batches = Array.from({ length: Math.ceil(numbers.length / carrier.batchSize) }, (_, nth) =>
    numbers.slice(nth * carrier.batchSize, (nth + 1) * carrier.batchSize),
  );
  return inFlight(batches, asked.starts, (batch) => track(deps, { ...asked, carrier, access, batch }));
}

/**
 * One call after the other until one is answered, so that a refused key is tried once; then a few at once. None begins before
 * its time; one that was held up puts off those that follow.
 */
async function inFlight(
  batches: readonly (readonly string[])[],
  { firstInMs, gapMs }: Starts,
  call: (batch: readonly string[]) => Promise<Call>,
): Promise<readonly Call[]> {
  const beganMs = performance.now();
  const calls: Call[] = [];
  let next = 0;
  let outages = 0;
  let isOver = false;
  let freeMs = firstInMs;
  let begun: Promise<void> = Promise.resolve();

  async function begin(startMs: number): Promise<void> {
    const atMs = Math.max(startMs, freeMs);
    if (!isOver) await until(beganMs + atMs);
    freeMs = gapMs + Math.max(atMs, performance.now() - beganMs - gapMs * SLACK);
  }

  /** False when there is nothing more to call for, or it is too late. Those that wait for their time are still made. */
  async function callNext(): Promise<boolean> {
    const startMs = firstInMs + next * gapMs;
    const batch = batches[next++];
    if (isOver || batch === undefined || startMs > LAST_START_MS) return false;
    begun = begun.then(() => begin(startMs));
    await begun;
    if (isOver || performance.now() - beganMs > LAST_START_MS) return false;
    const done = await call(batch);
    calls.push(done);
    const trouble = troubleOf(done);
    outages = trouble === "outage" ? outages + 1 : 0;
    isOver ||= trouble === "refused" || outages >= OUTAGES_IN_A_ROW;
    return true;
  }

  let goesOn = true;
  while (goesOn && (calls.length === 0 || outages > 0)) goesOn = await callNext();
  const lane = async () => {
    let isGoing = goesOn;
    while (isGoing) isGoing = await callNext();
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, lane));
  return calls;
}

/** Waits until `performance.now()` is there: a timer alone may be a millisecond early, which is one call too many in a second. */
async function until(ms: number): Promise<void> {
  for (let leftMs = ms - performance.now(); leftMs > 0; leftMs = ms - performance.now()) await pause(leftMs);
}

/** What keeps the account from being answered at all, as far as this call tells. */
function troubleOf(call: Call): "outage" | "refused" | null {
  const kinds = [...call.values()].map((answer) => (answer.ok || answer.error.isOwn ? null : answer.error.kind));
  if (kinds.some((kind) => kind === "quota_spent" || kind === "credentials_refused")) return "refused";
  return kinds.every((kind) => kind === "outage") ? "outage" : null;
}

type Batch = Asked & { readonly carrier: Carrier; readonly access: CarrierAccess; readonly batch: readonly string[] };

function track(deps: AskDeps, { carrier, access, batch, ...asked }: Batch): Promise<Call> {
  const { merchantId, account, numbers } = asked;
  const context = {
    send: countedSend(deps, { merchantId, account, carrier, by: "going_on", paid: 1 }),
    signal: AbortSignal.timeout(CALL_MS),
  };
  if (!carrier.isAggregator) return carrier.track(access, batch, context);
  const carriers = new Map(numbers.map((parcel) => [parcel.number, parcel.carrier]));
  return carrier.track(access, batch, { ...context, carrierOf: (number) => carriers.get(number) ?? null });
}

type Counted = {
  readonly merchantId: MerchantId;
  readonly account: CarrierAccount;
  readonly carrier: Carrier;
  readonly by: Caller;
  /** How many requests are paid for already. */
  readonly paid: number;
};

/** Each request beyond those that are paid for takes a call from the account's budget, and is not sent without. */
export function countedSend(
  { db, send }: AskDeps,
  { merchantId, account, carrier, by, paid }: Counted,
): CallContext["send"] {
  let left = paid;
  return async (request) => {
    if (request.isCounted === false) return send(request);
    if (left < 1) {
      const limits = limitsOf(account, carrier);
      const take = () => takeCalls(db, { merchantId, accountId: account.id, limits, wanted: 1, by });
      let taken = await take();
      // A second that is full has room again in a moment.
      for (let tries = 0; taken.granted === 0 && taken.starts.firstInMs > 0 && tries < MOST_WAITS; tries += 1) {
        await pause(Math.min(taken.starts.firstInMs, WAIT_MS));
        taken = await take();
      }
      if (taken.granted === 0) return err(ownQuotaSpent(taken.freeInMs));
      await until(performance.now() + taken.starts.firstInMs);
    }
    left -= 1;
    return send(request);
  };
}

function ownQuotaSpent(retryAfterMs: number): CarrierError {
  return { kind: "quota_spent", message: "The account's call budget is spent for now", retryAfterMs, isOwn: true };
}

/** The sandbox has each carrier in a folder of its own, with the same path as the real one below it. */
export function baseUrlOf({ sandbox }: AskDeps, account: CarrierAccount, carrier: Carrier): string {
  if (!account.sandbox) return carrier.baseUrl;
  return `${sandbox.url}/${carrier.code}${new URL(carrier.baseUrl).pathname.replace(/\/$/, "")}`;
}

function declined(kind: CarrierError["kind"], message: string): CarrierError {
  return { kind, message, retryAfterMs: null };
}
