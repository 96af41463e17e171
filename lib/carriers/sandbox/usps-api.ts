import * as z from "zod";
import { assertNever } from "#lib/kernel/assert-never.ts";
import {
  type Answer,
  type AskedOf,
  type CarrierApi,
  type Desk,
  json,
  parsed,
  pathPart,
  type Refusal,
} from "./answer.ts";
import { drawsOf } from "./draws.ts";
import type { QuotaWait } from "./quota-windows.ts";
import { issueToken, isWelcome, tokenState } from "./tokens.ts";
import { uspsDetail, uspsLegacyDetail, uspsLegacySummary } from "./usps-detail.ts";

const TOKEN_PATH = "/oauth2/v3/token";
const TRACK_PATH = "/tracking/v3r2/tracking";
const LEGACY_PATH = /^\/tracking\/v3\/tracking\/([^/]+)$/;
const TOKEN_S = 28_799;
const MAX_NUMBERS = 35;
const RETRY_S = 60;

const tokenRequest = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.literal("client_credentials"),
});

const trackRequest = z.array(
  z.strictObject({
    trackingNumber: z.string(),
    destinationZIPCode: z.string().optional(),
    mailingDate: z.string().optional(),
    includeVeriPoint: z.boolean().optional(),
  }),
);

const NOT_AVAILABLE =
  "Tracking is not available for this item. This may be because USPS has not yet received the item, or other reasons.";
const MAY_BE_WRONG =
  "The tracking number may be incorrect or the status update is not yet available. Please verify your tracking number and try again later.";
const NO_UPDATE_YET =
  "A status update is not yet available on your package. It will be available when the package is given to USPS.";

/** What is said of a number without a report. `subcode` is of the error inventory, null where there is none. */
type NoReport = { readonly status: string; readonly subcode: string | null; readonly message: string };

/** USPS: up to 35 numbers a call and 207 when one of them failed; the older API has one number a call. */
export const uspsApi: CarrierApi = {
  carrier: "usps",
  isTokenRequest: ({ path }) => path === TOKEN_PATH,
  answer: (asked, desk) => {
    const { method, path } = asked;
    if (path === TOKEN_PATH && method === "POST") return token(asked, desk);
    if (path === TRACK_PATH && method === "POST") return track(asked, desk);
    const number = LEGACY_PATH.exec(path)?.[1];
    return number === undefined || method !== "GET"
      ? refusal("unknown_path", asked)
      : legacy(pathPart(number), asked, desk);
  },
  refusal,
};

function token({ body }: AskedOf, { nowMs }: Desk): Answer {
  const request = tokenRequest.safeParse(parsed(body));
  if (!request.success) return noToken(400, "invalid_request", "The request is missing a required parameter.");
  const { client_id, client_secret } = request.data;
  if (!isWelcome(client_id, client_secret)) return noClient();
  return json(200, {
    access_token: issueToken("usps", nowMs + TOKEN_S * 1_000, client_id),
    token_type: "Bearer",
    issued_at: nowMs,
    expires_in: TOKEN_S,
    status: "approved",
    scope: "addresses domestic-prices locations service-standards tracking",
    issuer: "https://keyc.usps.com/realms/USPS",
    client_id,
    application_name: "tracking",
    api_products: "[Public Access I]",
    public_key: "",
  });
}

function track(asked: AskedOf, { nowMs, lookUp }: Desk): Answer {
  if (tokenState("usps", asked.header("authorization"), nowMs) !== "good") return refusal("credentials", asked);
  const request = trackRequest.safeParse(parsed(asked.body));
  if (!request.success || request.data.length === 0)
    return badSchema(asked, "Object instance has properties which are not allowed");
  const count = request.data.length;
  if (count > MAX_NUMBERS) {
    return badSchema(
      asked,
      `Array is too long: must have at most ${MAX_NUMBERS} elements but instance has ${count} elements`,
    );
  }
  const items = request.data.map(({ trackingNumber }) => {
    const found = lookUp(trackingNumber);
    return found.kind === "found"
      ? uspsDetail(found.played)
      : failedItem(trackingNumber, noReport(found.kind, trackingNumber));
  });
  return json(items.some((item) => "error" in item) ? 207 : 200, items);
}

function legacy(number: string, asked: AskedOf, { nowMs, lookUp }: Desk): Answer {
  if (tokenState("usps", asked.header("authorization"), nowMs) !== "good") return refusal("credentials", asked);
  const found = lookUp(number);
  if (found.kind === "found") {
    const detailed = asked.query.get("expand")?.toUpperCase() === "DETAIL";
    return json(200, detailed ? uspsLegacyDetail(found.played) : uspsLegacySummary(found.played));
  }
  const why = noReport(found.kind, number);
  return json(Number(why.status), { apiVersion: versionOf(asked), error: errorOf(why) });
}

/** A number that USPS does not know yet is a 404 or a 400; one that cannot be is a 400 that says "may be incorrect". */
function noReport(kind: "invalid" | "not_found", number: string): NoReport {
  if (kind === "invalid") return { status: "400", subcode: "150002", message: MAY_BE_WRONG };
  return drawsOf(`usps not found ${number}`).chance(0.5)
    ? { status: "404", subcode: null, message: NOT_AVAILABLE }
    : { status: "400", subcode: "150001", message: NO_UPDATE_YET };
}

function failedItem(trackingNumber: string, why: NoReport) {
  return { trackingNumber, statusCode: why.status, error: errorOf(why) };
}

function errorOf({ status, subcode, message }: NoReport) {
  const errors = subcode === null ? [] : [{ status, code: subcode, title: "Tracking", detail: message }];
  return { code: status, message, errors };
}

function refusal(why: Refusal, asked: AskedOf, wait: QuotaWait | null = null): Answer {
  switch (why) {
    case "outage":
      return failed(asked, 503, "Service is temporarily unavailable.", { "retry-after": String(RETRY_S) });
    case "server_error":
      return failed(asked, 500, "An internal error occurred.");
    case "forbidden":
      return failed(asked, 403, "Access is denied for this application.");
    case "too_fast":
      return failed(asked, 429, "Too many requests have been received.");
    case "credentials":
      return asked.path === TOKEN_PATH ? noClient() : noAccess(asked);
    case "quota":
      return failed(asked, 429, "Too many requests have been received.", { "retry-after": String(waitSeconds(wait)) });
    case "unknown_path":
      return failed(asked, 404, "The requested resource was not found.");
    default:
      return assertNever(why);
  }
}

function noAccess(asked: AskedOf): Answer {
  const errors = [
    {
      title: "invalid_token",
      detail: "The access token presented with the request is missing, malformed or expired.",
      source: "Access Token",
    },
  ];
  return json(
    401,
    { apiVersion: versionOf(asked), error: { code: "401", message: "Missing or malformed access token.", errors } },
    { "www-authenticate": 'Bearer error="invalid_token"' },
  );
}

function noClient(): Answer {
  return noToken(401, "invalid_client", "The client credentials are missing, invalid, inactive or not approved.");
}

function noToken(status: number, error: string, error_description: string): Answer {
  return json(status, { error, error_description, error_uri: "" });
}

function badSchema(asked: AskedOf, reason: string): Answer {
  return failed(asked, 400, `OASValidation of the request failed with reason: "[ERROR - ${reason}: []]"`);
}

function failed(asked: AskedOf, status: number, message: string, headers = {}): Answer {
  return json(status, { apiVersion: versionOf(asked), error: { code: String(status), message, errors: [] } }, headers);
}

function versionOf({ path }: AskedOf): string {
  return path.split("/").slice(0, 3).join("/");
}

function waitSeconds(wait: QuotaWait | null): number {
  return wait === null ? RETRY_S : Math.ceil((wait.untilMs - wait.nowMs) / 1_000);
}
