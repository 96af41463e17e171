import { askForToken, keyRefusal } from "#lib/carriers/ask-for-token.ts";
import type { CallContext, CarrierAccess, CarrierError } from "#lib/carriers/carrier.ts";
import { jsonOf, type Reply, type Request } from "#lib/carriers/http.ts";
import { createTokens } from "#lib/carriers/token.ts";
import type { Result } from "#lib/kernel/result.ts";
import { failureOf } from "./errors.ts";

const withToken = createTokens();

/** Sends a request with the account's token and the headers that every UPS API wants; once more when the token is refused. */
export function askUps(
  access: CarrierAccess,
  context: CallContext,
  request: Pick<Request, "method" | "url" | "body">,
): Promise<Result<Reply, CarrierError>> {
  return withToken(
    access,
    (signal) => fetchToken(access, { ...context, signal }),
    (token) => context.send({ ...request, headers: headersOf(token, request.body), signal: context.signal }),
    context.signal,
  );
}

function headersOf(token: string, body: string | undefined): Readonly<Record<string, string>> {
  return {
    accept: "application/json",
    authorization: `Bearer ${token}`,
    transId: crypto.randomUUID().replaceAll("-", ""),
    transactionSrc: "porchlight",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
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
