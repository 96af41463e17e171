import { askForToken } from "#lib/carriers/ask-for-token.ts";
import type { CallContext, Carrier, CarrierAccess, CarrierError } from "#lib/carriers/carrier.ts";
import { errorOfStatus, type Reply } from "#lib/carriers/http.ts";
import { createTokens } from "#lib/carriers/token.ts";
import {
  type Answered,
  askInHalves,
  isRefusal,
  named,
  type Outcome,
  ofMany,
  oncePerNumber,
  toAll,
} from "#lib/carriers/tracked.ts";
import { plainNumber } from "#lib/carriers/tracking-number.ts";
import { err, type Result } from "#lib/kernel/result.ts";
import { matched } from "./matched.ts";
import { readReply } from "./read-reply.ts";

const withToken = createTokens();

/**
 * USPS "Tracking 3.2" (`POST /tracking/v3r2/tracking`), at most 35 numbers a call. Since 2026-04 it answers only for the
 * shipper's own Mailer ID or under an agreement.
 */
export const usps: Carrier = {
  code: "usps",
  batchSize: 35,
  needsClientId: true,
  isAggregator: false,
  limits: { perSecond: null, perHour: 60, perDay: null },
  baseUrl: "https://apis.usps.com",
  track,
  pushes: null,
  parse: (body) => {
    const reply = readReply(body);
    return reply.about === "request" ? [{ trackingNumber: null, result: reply.outcome }] : oncePerNumber(reply.parcels);
  },
};

async function track(access: CarrierAccess, numbers: readonly string[], context: CallContext) {
  const asked = [...new Set(numbers.map(plainNumber).filter(isNumber))];
  const answers =
    asked.length === 0
      ? new Map<string, Outcome>()
      : await askInHalves(asked, (batch) => askAbout(access, batch, context), context.signal);
  return new Map(
    numbers.map((number): [string, Outcome] => {
      const answer = answers.get(plainNumber(number));
      return [number, answer === undefined ? err(invalid) : named(number, answer)];
    }),
  );
}

/** What can be no number of USPS at all is not sent: it could take its batch with it. Source: Publication 199; UPU S10. */
function isNumber(number: string): boolean {
  return /^(\d{20,34}|[A-Z]{2}\d{9}[A-Z]{2})$/.test(number);
}

const invalid: CarrierError = {
  kind: "invalid_number",
  message: "USPS numbers have 20 to 34 digits, or 9 between two letters and two letters",
  retryAfterMs: null,
};

async function askAbout(access: CarrierAccess, batch: readonly string[], context: CallContext): Promise<Answered> {
  const reply = await withToken(
    access,
    (signal) => fetchToken(access, { ...context, signal }),
    (token) => ask(access, token, batch, context),
    context.signal,
  );
  return answeredBy(batch, reply);
}

function ask({ baseUrl }: CarrierAccess, token: string, numbers: readonly string[], { send, signal }: CallContext) {
  return send({
    method: "POST",
    url: `${baseUrl}/tracking/v3r2/tracking`,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(numbers.map((trackingNumber) => ({ trackingNumber }))),
    signal,
  });
}

function fetchToken({ baseUrl, clientId, clientSecret }: CarrierAccess, context: CallContext) {
  const request = {
    url: `${baseUrl}/oauth2/v3/token`,
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, grant_type: "client_credentials" }),
  };
  return askForToken(context, request, tokenFailure);
}

/** A 400 is read for the word that OAuth says why with (RFC 6749 section 5.2); any other status speaks for itself. */
function tokenFailure(reply: Reply): CarrierError | null {
  const byStatus = errorOfStatus(reply);
  if (byStatus?.kind !== "rejected") return byStatus;
  const read = readReply(reply.body);
  return read.about === "request" && isSaid(read.outcome) && !read.outcome.ok ? read.outcome.error : byStatus;
}

/**
 * A 400 or 404 is read for the API's own codes; any other status that is a failure speaks for itself. A 400 that tells of
 * some numbers only was about them, and refuses the others, too.
 */
function answeredBy(asked: readonly string[], sent: Result<Reply, CarrierError>): Answered {
  if (!sent.ok) return toAll(asked, sent);
  const byStatus = errorOfStatus(sent.value);
  if (byStatus !== null && byStatus.kind !== "rejected") return toAll(asked, err(byStatus));
  const reply = readReply(sent.value.body);
  if (reply.about === "parcels") {
    const isPartial = sent.value.status === 400 && reply.parcels.length < asked.length;
    return { outcomes: matched(asked, reply.parcels), isRefused: isPartial };
  }
  const verdict = byStatus !== null && !isSaid(reply.outcome) ? err(byStatus) : reply.outcome;
  const outcome = verdict.ok ? verdict : err(ofMany(asked, verdict.error));
  return { ...toAll(asked, outcome), isRefused: isRefusal(sent.value, outcome) };
}

/** The body was an answer in USPS's own form. */
function isSaid(outcome: Outcome): boolean {
  return outcome.ok || outcome.error.kind !== "unreadable";
}
