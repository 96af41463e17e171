import { askForToken, keyRefusal } from "#lib/carriers/ask-for-token.ts";
import type { CallContext, Carrier, CarrierAccess, CarrierError, Tracked } from "#lib/carriers/carrier.ts";
import { jsonOf, type Reply, unreadableBody } from "#lib/carriers/http.ts";
import { createTokens } from "#lib/carriers/token.ts";
import { judged, type Outcome, type Verdict } from "#lib/carriers/tracked.ts";
import { plainNumber } from "#lib/carriers/tracking-number.ts";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import { failureOf } from "./errors.ts";
import { answerTo, trackedOf } from "./map.ts";
import { trackingReply, type UpsShipment } from "./schema.ts";

const withToken = createTokens();

/** UPS Tracking API, one number a call. Source: UPS API documents (Tracking, OAuth Client Credentials). */
export const ups: Carrier = {
  code: "ups",
  batchSize: 1,
  needsClientId: true,
  isAggregator: false,
  limits: { perSecond: null, perHour: null, perDay: null },
  baseUrl: "https://onlinetools.ups.com/api",
  track: async (access, numbers, context) => {
    const answers = new Map<string, Outcome>();
    for (const number of new Set(numbers)) answers.set(number, await trackOne(access, number, context));
    return answers;
  },
  parse,
  pushes: null,
};

async function trackOne(access: CarrierAccess, number: string, context: CallContext): Promise<Outcome> {
  const inquiry = plainNumber(number);
  if (!/^[0-9A-Z]{7,34}$/.test(inquiry)) return err(invalid);
  const reply = await withToken(
    access,
    (signal) => fetchToken(access, { ...context, signal }),
    (token) => context.send({ ...trackingRequest(access, inquiry, token), signal: context.signal }),
    context.signal,
  );
  if (!reply.ok) return reply;
  const told = shipmentsIn(reply.value.body, reply.value);
  return told.ok ? answerTo(inquiry, told.value) : judged(null, told.error).result;
}

const invalid: CarrierError = {
  kind: "invalid_number",
  message: "UPS numbers have 7 to 34 letters and digits",
  retryAfterMs: null,
};

function trackingRequest(access: CarrierAccess, number: string, token: string) {
  return {
    method: "GET",
    url: `${access.baseUrl}/track/v1/details/${number}?locale=en_US`,
    headers: {
      accept: "application/json",
      authorization: `Bearer ${token}`,
      transId: crypto.randomUUID().replaceAll("-", ""),
      transactionSrc: "porchlight",
    },
  } as const;
}

/** The token endpoint stands beside `/api`, not below it. Source: the `servers` of both documents. */
function fetchToken({ baseUrl, clientId, clientSecret }: CarrierAccess, context: CallContext) {
  const request = {
    url: `${baseUrl.replace(/\/api$/, "")}/security/v1/oauth/token`,
    headers: {
      accept: "application/json",
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "grant_type=client_credentials",
  };
  return askForToken(context, request, (reply) => keyRefusal(failureOf(jsonOf(reply.body), reply)));
}

/** A body alone. At least one entry. */
function parse(body: string): readonly Tracked[] {
  const told = shipmentsIn(body, null);
  return told.ok ? trackedOf(told.value) : [judged(null, told.error)];
}

/** Reads a reply, or a body alone: its shipments, at least one, or why there are none. */
function shipmentsIn(body: string, reply: Reply | null): Result<readonly UpsShipment[], Verdict> {
  const json = jsonOf(body);
  const failure = failureOf(json, reply);
  if (failure !== null) return err(failure);
  const shipments = trackingReply.safeParse(json);
  return shipments.success ? ok(shipments.data) : err(unreadableBody(body));
}
