import { askForToken, keyRefusal } from "#lib/carriers/ask-for-token.ts";
import type { CallContext, Carrier, CarrierAccess, CarrierError, Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, type Reply, unreadable, unreadableBody } from "#lib/carriers/http.ts";
import { createTokens } from "#lib/carriers/token.ts";
import {
  type Answered,
  askInHalves,
  isRefusal,
  judged,
  type Outcome,
  ofMany,
  oncePerNumber,
  toAll,
} from "#lib/carriers/tracked.ts";
import { plainNumber } from "#lib/carriers/tracking-number.ts";
import { err, ok } from "#lib/kernel/result.ts";
import { failureOf, isNotFound, isSpoiltToken } from "./errors.ts";
import { trackedOf } from "./map.ts";
import { pushes } from "./pushes.ts";
import { trackingReply } from "./schema.ts";

const BATCH_SIZE = 30;
const withToken = createTokens();

/** FedEx Track API, up to 30 numbers a call. Source: FedEx developer portal (Track by Tracking Number, API Authorization). */
export const fedex: Carrier = {
  code: "fedex",
  batchSize: BATCH_SIZE,
  needsClientId: true,
  isAggregator: false,
  limits: { perSecond: 40, perHour: null, perDay: 100_000 },
  baseUrl: "https://apis.fedex.com",
  track: async (access, numbers, context) => {
    const asked = [...new Set(numbers)];
    const answers = new Map<string, Outcome>(
      asked.filter((number) => !isNumber(number)).map((number) => [number, err(invalid)]),
    );
    const valid = asked.filter(isNumber);
    for (let at = 0; at < valid.length; at += BATCH_SIZE) {
      const batch = valid.slice(at, at + BATCH_SIZE);
      const told = await askInHalves(batch, (part) => ask(access, part, context), context.signal);
      for (const [number, outcome] of told) answers.set(number, outcome);
    }
    return answers;
  },
  parse: (body) => read(body, null),
  pushes,
};

/** One bad number must not take the batch with it: what cannot be a number is not sent. */
const invalid: CarrierError = {
  kind: "invalid_number",
  message: "FedEx numbers have letters and digits only, 40 at most",
  retryAfterMs: null,
};

async function ask(access: CarrierAccess, batch: readonly string[], context: CallContext): Promise<Answered> {
  const reply = await withToken(
    access,
    (signal) => fetchToken(access, { ...context, signal }),
    async (token) => {
      const tracked = await context.send({ ...trackingRequest(access, batch, token), signal: context.signal });
      return tracked.ok && isSpoiltToken(tracked.value, jsonOf(tracked.value.body))
        ? ok({ ...tracked.value, status: 401 })
        : tracked;
    },
    context.signal,
  );
  if (!reply.ok) return toAll(batch, reply);
  const tracked = read(reply.value.body, reply.value);
  const [first] = tracked;
  if (first?.trackingNumber === null && isRefusal(reply.value, first.result)) {
    const verdict = first.result.ok ? first.result : err(ofMany(batch, first.result.error));
    return { ...toAll(batch, verdict), isRefused: true };
  }
  const answerTo = answersOf(tracked, batch);
  return { outcomes: new Map(batch.map((number) => [number, answerTo(number)])), isRefused: false };
}

/** Answers are found by number. An error without number is about the whole batch. */
function answersOf(tracked: readonly Tracked[], batch: readonly string[]): (number: string) => Outcome {
  const [first] = tracked;
  const toAll = first?.trackingNumber === null && (batch.length === 1 || !first.result.ok || !first.result.value.found);
  const missing: Outcome = err(unreadable("The reply does not mention this number"));
  const byNumber = new Map(
    tracked.flatMap(({ trackingNumber, result }) =>
      trackingNumber === null ? [] : [[plainNumber(trackingNumber), result]],
    ),
  );
  return (number) => byNumber.get(plainNumber(number)) ?? (toAll && tracked.length === 1 ? first.result : missing);
}

function trackingRequest(access: CarrierAccess, batch: readonly string[], token: string) {
  return {
    method: "POST",
    url: `${access.baseUrl}/track/v1/trackingnumbers`,
    headers: {
      accept: "application/json",
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "x-locale": "en_US",
      "x-customer-transaction-id": crypto.randomUUID(),
    },
    body: JSON.stringify({
      includeDetailedScans: true,
      trackingInfo: batch.map((number) => ({ trackingNumberInfo: { trackingNumber: plainNumber(number) } })),
    }),
  } as const;
}

function fetchToken({ baseUrl, clientId, clientSecret }: CarrierAccess, context: CallContext) {
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const request = {
    url: `${baseUrl}/oauth/token`,
    headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
  };
  return askForToken(context, request, (reply) => keyRefusal(failureOf(jsonOf(reply.body), reply, Date.now())));
}

/** Reads a reply, or a body alone. At least one entry. */
function read(body: string, reply: Reply | null): readonly Tracked[] {
  const json = jsonOf(body);
  const failure = failureOf(json, reply, Date.now());
  if (failure !== null) return [judged(null, failure)];
  const { completeTrackResults, alerts } = trackingReply.parse(json).output;
  if (completeTrackResults !== null && completeTrackResults.length > 0)
    return oncePerNumber(trackedOf(completeTrackResults));
  const isUnknown = alerts.some(({ code }) => isNotFound(code));
  return [judged(null, isUnknown ? "not_found" : unreadableBody(body))];
}

function isNumber(number: string): boolean {
  return /^[0-9A-Z]{1,40}$/.test(plainNumber(number));
}
