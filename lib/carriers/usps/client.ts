import { askForToken } from "#lib/carriers/ask-for-token.ts";
import type { CallContext, Carrier, CarrierAccess, CarrierError } from "#lib/carriers/carrier.ts";
import { errorOfStatus, type Reply } from "#lib/carriers/http.ts";
import { createTokens } from "#lib/carriers/token.ts";
import { named, type Outcome, oncePerNumber } from "#lib/carriers/tracked.ts";
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
  baseUrl: "https://apis.usps.com",
  track,
  parse: (body) => {
    const reply = readReply(body);
    return reply.about === "request" ? [{ trackingNumber: null, result: reply.outcome }] : oncePerNumber(reply.parcels);
  },
};

async function track(access: CarrierAccess, numbers: readonly string[], context: CallContext) {
  const asked = [...new Set(numbers)];
  if (asked.length === 0) return new Map<string, Outcome>();
  const reply = await withToken(
    access,
    (signal) => fetchToken(access, { ...context, signal }),
    (token) => ask(access, token, asked, context),
    context.signal,
  );
  return outcomesOf(asked, reply);
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

/** A 400 or 404 is read for the API's own codes; any other status that is a failure speaks for itself. */
function outcomesOf(asked: readonly string[], sent: Result<Reply, CarrierError>): ReadonlyMap<string, Outcome> {
  if (!sent.ok) return forAll(asked, sent);
  const byStatus = errorOfStatus(sent.value);
  if (byStatus !== null && byStatus.kind !== "rejected") return forAll(asked, err(byStatus));
  const reply = readReply(sent.value.body);
  if (reply.about === "parcels") return matched(asked, reply.parcels);
  if (byStatus !== null && !isSaid(reply.outcome)) return forAll(asked, err(byStatus));
  return forAll(asked, reply.outcome.ok ? reply.outcome : err(ofMany(asked, reply.outcome.error)));
}

/** The body was an answer in USPS's own form. */
function isSaid(outcome: Outcome): boolean {
  return outcome.ok || outcome.error.kind !== "unreadable";
}

function forAll(asked: readonly string[], outcome: Outcome): ReadonlyMap<string, Outcome> {
  return new Map(asked.map((number) => [number, named(number, outcome)]));
}

/** A verdict on one number, in answer to many, cannot be laid at any of them: the request was declined as a whole. */
function ofMany(asked: readonly string[], error: CarrierError): CarrierError {
  const isOfOne = error.kind === "invalid_number" || error.kind === "forbidden";
  return isOfOne && asked.length > 1 ? { ...error, kind: "rejected" } : error;
}
