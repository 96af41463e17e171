import { askForToken } from "#lib/carriers/ask-for-token.ts";
import type { CallContext, CarrierAccess, CarrierError } from "#lib/carriers/carrier.ts";
import { errorOfStatus, type Reply } from "#lib/carriers/http.ts";
import { createTokens } from "#lib/carriers/token.ts";
import type { Outcome } from "#lib/carriers/tracked.ts";
import type { Result } from "#lib/kernel/result.ts";
import { readReply } from "./read-reply.ts";

const withToken = createTokens();

/** Posts JSON with the account's token; once more when the token is refused. */
export function postUsps(
  access: CarrierAccess,
  context: CallContext,
  path: string,
  body: unknown,
): Promise<Result<Reply, CarrierError>> {
  const json = { "content-type": "application/json", accept: "application/json" };
  const request = { method: "POST", url: `${access.baseUrl}${path}`, body: JSON.stringify(body) } as const;
  return withToken(
    access,
    (signal) => fetchToken(access, { ...context, signal }),
    (token) =>
      context.send({ ...request, headers: { authorization: `Bearer ${token}`, ...json }, signal: context.signal }),
    context.signal,
  );
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

/** The body was an answer in USPS's own form. */
export function isSaid(outcome: Outcome): boolean {
  return outcome.ok || outcome.error.kind !== "unreadable";
}
