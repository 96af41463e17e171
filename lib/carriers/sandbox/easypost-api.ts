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
import { carrierOfEasypost, easypostTracker } from "./easypost-tracker.ts";
import type { Given } from "./given-numbers.ts";
import { basicUser, isGoodKey } from "./tokens.ts";
import { plainNumber } from "./tracking-numbers.ts";

const TRACKERS = "/v2/trackers";
const TRACKER = /^\/v2\/trackers\/trk_(\w+)$/;

const trackerRequest = z.object({
  tracker: z.object({ tracking_code: z.string().min(1), carrier: z.string().nullish() }),
});

/** EasyPost: a key as the user name, one number a call, and giving a number finds what is there of it. */
export const easypostApi: CarrierApi = {
  carrier: "easypost",
  isTokenRequest: () => false,
  answer: (asked, desk) => {
    if (!isGoodKey(basicUser(asked.header("authorization")))) return refusal("credentials");
    const { method, path } = asked;
    if (path === TRACKERS && method === "POST") return create(asked, desk);
    if (path === TRACKERS && method === "GET") return page(asked, desk);
    const id = method === "GET" ? TRACKER.exec(path)?.[1] : undefined;
    const given = id === undefined ? null : desk.givenTo("easypost").withId(pathPart(id));
    return given === null ? refusal("unknown_path") : json(200, trackerOf(given, desk));
  },
  refusal: (why) => refusal(why),
};

/** Finds or creates: with the carrier that the client names, else with the one that the number looks like. */
function create({ body }: AskedOf, desk: Desk): Answer {
  const request = trackerRequest.safeParse(parsed(body));
  if (!request.success) return failed(422, "TRACKER.INVALID_PARAMS", "The request has no tracking code.");
  const { tracking_code, carrier: name } = request.data.tracker;
  const hint = name == null ? null : carrierOfEasypost(name);
  if (name != null && hint === null) return failed(422, "TRACKER.UNSUPPORTED_CARRIER", "The carrier is not supported.");
  const found = desk.lookUp(tracking_code, hint);
  switch (found.kind) {
    case "invalid":
      return hint === null
        ? failed(422, "TRACKER.NO_CARRIER_FOR_CODE", "No carrier was found for the tracking code.")
        : failed(422, "TRACKER.CARRIER_CODE_MISMATCH", "The tracking code is none of this carrier's.");
    case "not_found":
    case "found": {
      const played = found.kind === "found" ? found.played : null;
      const carrier = found.kind === "found" ? found.played.carrier : found.carrier;
      const given = desk.givenTo("easypost").give(plainNumber(tracking_code), carrier, desk.nowMs);
      return json(200, easypostTracker(given, played));
    }
    default:
      return assertNever(found);
  }
}

/** The trackers of one code, as far as the account has any. */
function page({ query }: AskedOf, desk: Desk): Answer {
  const code = query.get("tracking_code");
  if (code === null)
    return failed(422, "TRACKER.INVALID_PARAMS", "The sandbox lists the trackers of one tracking_code.");
  const given = desk.givenTo("easypost").find(plainNumber(code), carrierOfEasypost(query.get("carrier") ?? ""));
  return json(200, { trackers: given === null ? [] : [trackerOf(given, desk)], has_more: false });
}

function trackerOf(given: Given, { lookUp }: Desk) {
  const found = lookUp(given.number, given.carrier);
  return easypostTracker(given, found.kind === "found" ? found.played : null);
}

function refusal(why: Refusal): Answer {
  switch (why) {
    case "outage":
      return failed(503, "SERVICE_UNAVAILABLE", "The service is unavailable at the moment.");
    case "server_error":
      return failed(500, "INTERNAL_SERVER_ERROR", "Something went wrong.");
    case "forbidden":
      return failed(403, "FORBIDDEN", "The API key may not do this.");
    case "credentials":
      return failed(401, "UNAUTHORIZED", "The API key is missing or is none.");
    case "quota":
    case "too_fast":
      return failed(429, "RATE_LIMITED", "Too many requests.");
    case "unknown_path":
      return failed(404, "NOT_FOUND", "The requested resource could not be found.");
    default:
      return assertNever(why);
  }
}

function failed(status: number, code: string, message: string): Answer {
  return json(status, { error: { code, message, errors: [] } });
}
