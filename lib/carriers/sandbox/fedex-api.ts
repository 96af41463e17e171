import { randomUUID } from "node:crypto";
import * as z from "zod";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { type Answer, type AskedOf, type CarrierApi, type Desk, json, parsed, type Refusal } from "./answer.ts";
import { drawsOf } from "./draws.ts";
import { fedexTrackResult } from "./fedex-track-result.ts";
import type { QuotaWait } from "./quota-windows.ts";
import { issueToken, isWelcome, tokenState } from "./tokens.ts";

const TOKEN_PATH = "/oauth/token";
const TRACK_PATH = "/track/v1/trackingnumbers";
const TOKEN_S = 3_600;
const MAX_NUMBERS = 30;

const trackRequest = z.object({
  includeDetailedScans: z.boolean().optional(),
  trackingInfo: z.array(z.object({ trackingNumberInfo: z.object({ trackingNumber: z.string() }) })),
});

/** FedEx: up to 30 numbers a call, what is wrong with a number stands with that number in a 200. */
export const fedexApi: CarrierApi = {
  carrier: "fedex",
  isTokenRequest: ({ path }) => path === TOKEN_PATH,
  answer: (asked, desk) => {
    if (asked.method !== "POST") return refusal("unknown_path", asked);
    if (asked.path === TOKEN_PATH) return token(asked, desk);
    return asked.path === TRACK_PATH ? track(asked, desk) : refusal("unknown_path", asked);
  },
  refusal,
};

function token(asked: AskedOf, { nowMs }: Desk): Answer {
  const form = new URLSearchParams(asked.body);
  if (form.get("grant_type") !== "client_credentials") {
    return failed(400, "BAD.REQUEST.ERROR", "Missing or duplicate parameters. Please modify your request.", asked);
  }
  if (!isWelcome(form.get("client_id"), form.get("client_secret"))) {
    return failed(401, "NOT.AUTHORIZED.ERROR", "The given client credentials were not valid.", asked);
  }
  const access_token = issueToken("fedex", nowMs + TOKEN_S * 1_000, form.get("client_id") ?? "");
  return json(200, { access_token, token_type: "bearer", expires_in: TOKEN_S, scope: "CXS" });
}

function track(asked: AskedOf, desk: Desk): Answer {
  if (tokenState("fedex", asked.header("authorization"), desk.nowMs) !== "good") return refusal("credentials", asked);
  const request = trackRequest.safeParse(parsed(asked.body));
  if (!request.success) return failed(400, "BAD.REQUEST.ERROR", "The request could not be read.", asked);
  const { trackingInfo, includeDetailedScans = false } = request.data;
  const numbers = trackingInfo.map(({ trackingNumberInfo }) => trackingNumberInfo.trackingNumber);
  if (numbers.length === 0) {
    return failed(400, "TRACKING.TRACKINGNUMBER.EMPTY", "A tracking number is missing.", asked);
  }
  if (numbers.length > MAX_NUMBERS) {
    const message = `The number of tracking numbers is above the limit of ${MAX_NUMBERS}.`;
    return failed(400, "TRACKING.TRACKINGNUMBERS.LIMITEXCEEDED", message, asked);
  }
  const completeTrackResults = numbers.map((number) => ({
    trackingNumber: number,
    trackResults: trackResults(number, includeDetailedScans, desk),
  }));
  return json(200, { ...transaction(asked), output: { completeTrackResults } });
}

/** One for each shipment that had this number, the newest first; what is wrong with a number stands in their place. */
function trackResults(number: string, detailed: boolean, { lookUp }: Desk): readonly unknown[] {
  if (number.trim() === "")
    return [numberError(number, "TRACKING.TRACKINGNUMBER.EMPTY", "A tracking number is missing.")];
  const found = lookUp(number);
  switch (found.kind) {
    case "found": {
      const { played } = found;
      return [played, played.earlier].flatMap((one) => (one === null ? [] : [fedexTrackResult(one, detailed)]));
    }
    case "invalid":
      return [notFound(number)];
    // Mostly FedEx says the same of a number that it only does not know yet.
    case "not_found":
      return [
        drawsOf(`fedex not found ${number}`).chance(0.7)
          ? notFound(number)
          : numberError(number, "TRACKING.DATA.NOTFOUND", "Tracking data unavailable"),
      ];
    default:
      return assertNever(found);
  }
}

function notFound(number: string) {
  const message = "Nothing is known of this number.";
  return numberError(number, "TRACKING.TRACKINGNUMBER.NOTFOUND", message);
}

function numberError(trackingNumber: string, code: string, message: string) {
  return {
    trackingNumberInfo: { trackingNumber, trackingNumberUniqueId: "", carrierCode: "" },
    error: { code, message },
  };
}

function refusal(why: Refusal, asked: AskedOf, wait: QuotaWait | null = null): Answer {
  switch (why) {
    case "outage":
      return failed(503, "SERVICE.UNAVAILABLE.ERROR", "The service is currently unavailable.", asked);
    case "server_error":
      return failed(500, "INTERNAL.SERVER.ERROR", "We encountered an unexpected error. Please try again.", asked);
    case "forbidden":
      return failed(403, "FORBIDDEN.ERROR", "We could not authorize your credentials. Please check them.", asked);
    case "too_fast":
      return failed(429, "TOO.MANY.REQUESTS.ERROR", "We have received too many requests in a short duration.", asked);
    case "credentials":
      return failed(401, "NOT.AUTHORIZED.ERROR", "Access token expired. Please modify your request.", asked);
    case "quota":
      // Midnight is named only where the day is spent.
      if (wait?.span === "second" || wait?.span === "hour") return refusal("too_fast", asked);
      return failed(
        429,
        "TOO.MANY.REQUESTS.ERROR",
        "Daily transaction quota exceeded. Retry after 12:00AM GMT.",
        asked,
      );
    case "unknown_path":
      return failed(404, "NOT.FOUND.ERROR", "The resource you requested is no longer available.", asked);
    default:
      return assertNever(why);
  }
}

function failed(status: number, code: string, message: string, asked: AskedOf): Answer {
  return json(status, { ...transaction(asked), errors: [{ code, message }] });
}

function transaction({ header }: AskedOf) {
  const customerTransactionId = header("x-customer-transaction-id");
  return { transactionId: randomUUID(), ...(customerTransactionId === undefined ? {} : { customerTransactionId }) };
}
