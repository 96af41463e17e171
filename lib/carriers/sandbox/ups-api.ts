import { assertNever } from "#lib/kernel/assert-never.ts";
import { type Answer, type AskedOf, type CarrierApi, type Desk, json, pathPart, type Refusal } from "./answer.ts";
import { issueToken, isWelcome, tokenState } from "./tokens.ts";
import { upsPackage, upsPickupDate } from "./ups-package.ts";

/** OAuthClientCredentials.yaml: four hours less a second, written as text like everything else in the reply. */
const TOKEN_S = 14_399;
const TOKEN_PATH = /^(\/api)?\/security\/v1\/oauth\/token$/;
const DETAILS_PATH = /^\/api\/track\/v1\/details\/([^/]+)$/;

/** UPS: one number a call, errors as `response.errors`, "not found" as a warning in a 200. */
export const upsApi: CarrierApi = {
  carrier: "ups",
  isTokenRequest: ({ path }) => TOKEN_PATH.test(path),
  answer: (asked, desk) => {
    if (TOKEN_PATH.test(asked.path))
      return asked.method === "POST" ? token(asked, desk) : failed(405, "10405", "Method Not Allowed");
    const number = DETAILS_PATH.exec(asked.path)?.[1];
    if (number === undefined || asked.method !== "GET") return refusal("unknown_path");
    return details(pathPart(number), asked, desk);
  },
  refusal,
};

function token({ header, body }: AskedOf, { nowMs }: Desk): Answer {
  const basic = /^Basic (\S+)$/i.exec(header("authorization") ?? "")?.[1];
  if (basic === undefined) return failed(401, "10400", "Invalid/Missing Authorization Header");
  if (new URLSearchParams(body).get("grant_type") !== "client_credentials") {
    return failed(400, "10400", "Invalid/Missing Request Body Parameter: grant_type");
  }
  const [, clientId = "", secret = ""] = /^([^:]*):(.*)$/s.exec(Buffer.from(basic, "base64").toString("utf8")) ?? [];
  if (!isWelcome(clientId, secret)) return failed(401, "10401", "ClientId is Invalid");
  return json(200, {
    token_type: "Bearer",
    issued_at: String(nowMs),
    client_id: clientId,
    access_token: issueToken("ups", nowMs + TOKEN_S * 1_000, clientId),
    scope: "",
    expires_in: String(TOKEN_S),
    refresh_count: "0",
    status: "approved",
  });
}

function details(number: string, { header }: AskedOf, { nowMs, lookUp }: Desk): Answer {
  const state = tokenState("ups", header("authorization"), nowMs);
  if (state === "expired") return failed(401, "250003", "Invalid Access License number");
  if (state !== "good") return refusal("credentials");
  for (const name of ["transId", "transactionSrc"]) {
    if ((header(name.toLowerCase()) ?? "") === "") return failed(400, "TV1001", `Missing ${name}`);
  }
  const found = lookUp(number);
  switch (found.kind) {
    case "invalid":
      return failed(400, "TV1002", "Invalid inquiry number");
    case "not_found":
      return shipment({
        inquiryNumber: number,
        warnings: [{ code: "TW0001", message: "Tracking Information Not Found" }],
      });
    case "found":
      return shipment({
        inquiryNumber: found.played.number,
        package: [upsPackage(found.played)],
        ...upsPickupDate(found.played),
      });
    default:
      return assertNever(found);
  }
}

function shipment(content: unknown): Answer {
  return json(200, { trackResponse: { shipment: [content] } });
}

function refusal(why: Refusal): Answer {
  switch (why) {
    case "outage":
      return failed(503, "10503", "Service Unavailable");
    case "server_error":
      return failed(500, "10500", "Internal Server Error");
    case "credentials":
      return failed(401, "250002", "Invalid Authentication Information.");
    case "forbidden":
      return failed(403, "10403", "Blocked Merchant");
    case "too_fast":
      return failed(429, "10429", "Too Many Requests");
    case "quota":
      return failed(429, "10429", "Quota Limit Exceeded");
    case "unknown_path":
      return failed(404, "10404", "Not Found");
    default:
      return assertNever(why);
  }
}

function failed(status: number, code: string, message: string): Answer {
  return json(status, { response: { errors: [{ code, message }] } });
}
