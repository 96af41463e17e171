import type { CallContext, Carrier, CarrierAccess, CarrierError, Tracked } from "#lib/carriers/carrier.ts";
import { errorOfStatus, type Reply, unreadable } from "#lib/carriers/http.ts";
import { named, type Outcome, ofMany } from "#lib/carriers/tracked.ts";
import { spacelessNumber } from "#lib/carriers/tracking-number.ts";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import { pushes } from "./pushes.ts";
import { readReply, takenIn, unregisteredIn } from "./read-reply.ts";

const BATCH_SIZE = 40;

/**
 * 17TRACK's API v2.2, for the parcels of two thousand carriers, at most 40 numbers a call and 3 calls a second. The account's
 * secret is the API key. A number is asked about (`gettrackinfo`, free), and registered at the first time, which costs one of
 * the quota; its news comes some minutes later.
 */
export const seventeentrack: Carrier = {
  code: "17track",
  batchSize: BATCH_SIZE,
  needsClientId: false,
  isAggregator: true,
  limits: { perSecond: 3, perHour: null, perDay: null },
  baseUrl: "https://api.17track.net",
  track,
  parse: readReply,
  pushes,
};

/** 17TRACK's codes of our carriers. DHL has one for each division. */
const CARRIERS: ReadonlyMap<string, number> = new Map([
  ["ups", 100_002],
  ["fedex", 100_003],
  ["usps", 21_051],
]);

async function track(access: CarrierAccess, numbers: readonly string[], context: CallContext) {
  const asked = [...new Set(numbers.map(spacelessNumber).filter(isNumber))];
  const answers = new Map<string, Outcome>();
  for (let at = 0; at < asked.length; at += BATCH_SIZE) {
    const told = await askAbout(access, asked.slice(at, at + BATCH_SIZE), context);
    for (const [number, outcome] of told) answers.set(number, outcome);
  }
  return new Map(
    numbers.map((number): [string, Outcome] => {
      const answer = answers.get(spacelessNumber(number));
      return [number, answer === undefined ? err(invalid) : named(number, answer)];
    }),
  );
}

/** What can be no number is not sent: it could take its batch with it. Source: 17TRACK API v2.2, register. */
function isNumber(number: string): boolean {
  return /^[A-Z0-9-]{5,50}$/.test(number);
}

const invalid: CarrierError = {
  kind: "invalid_number",
  message: "17TRACK takes numbers of 5 to 50 letters, digits and hyphens",
  retryAfterMs: null,
};

async function askAbout(access: CarrierAccess, batch: readonly string[], context: CallContext) {
  const asked = await request(access, "gettrackinfo", batch, context);
  const outcomes = outcomesOf(batch, asked);
  const unheardOf = asked.ok ? unregisteredIn(asked.value.body).filter((number) => batch.includes(number)) : [];
  if (unheardOf.length === 0) return outcomes;
  const given = await request(access, "register", unheardOf, context);
  const taken = given.ok ? takenIn(given.value.body) : [];
  const noNews = taken.map((number): [string, Outcome] => [number, NO_NEWS]);
  return new Map([...outcomes, ...outcomesOf(unheardOf, given), ...noNews]);
}

/** What becomes of a number that somebody else registered in the meantime: its news comes. */
const NO_NEWS: Outcome = ok({ found: false, trackingNumber: null });

function request(
  access: CarrierAccess,
  what: string,
  numbers: readonly string[],
  { send, signal, carrierOf }: CallContext,
) {
  const hintOf = (number: string) => {
    const code = CARRIERS.get(carrierOf?.(number) ?? "");
    return code === undefined ? {} : { carrier: code };
  };
  return send({
    method: "POST",
    url: `${access.baseUrl}/track/v2.2/${what}`,
    headers: { "17token": access.clientSecret, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(numbers.map((number) => ({ number, ...hintOf(number) }))),
    signal,
  });
}

/** The outcome of every number. 401 and the like speak for themselves; an error without a number is about them all. */
function outcomesOf(batch: readonly string[], sent: Result<Reply, CarrierError>): ReadonlyMap<string, Outcome> {
  if (!sent.ok) return new Map(batch.map((number) => [number, sent]));
  const byStatus = errorOfStatus(sent.value);
  if (byStatus !== null && byStatus.kind !== "rejected") return new Map(batch.map((number) => [number, err(byStatus)]));
  const entries = readReply(sent.value.body);
  const byNumber = new Map(entries.map(({ trackingNumber, result }) => [trackingNumber, result]));
  const rest = ofTheRest(batch, entries, byStatus);
  return new Map(batch.map((number) => [number, byNumber.get(number) ?? rest]));
}

/** What becomes of a number that the reply does not name. A history never goes to a parcel that it does not name. */
function ofTheRest(batch: readonly string[], entries: readonly Tracked[], byStatus: CarrierError | null): Outcome {
  const [only, ...others] = entries;
  const isForAll = only?.trackingNumber === null && others.length === 0;
  const result = isForAll ? only.result : null;
  if (byStatus !== null && (result === null || (!result.ok && result.error.kind === "unreadable")))
    return err(byStatus);
  if (result !== null && !result.ok) return err(ofMany(batch, result.error));
  if (result !== null && (!result.value.found || batch.length === 1)) return result;
  return err(unreadable("The reply does not mention this number"));
}
