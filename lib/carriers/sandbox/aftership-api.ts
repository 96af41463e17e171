import * as z from "zod";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { aftershipTracking, carrierOfSlug } from "./aftership-tracking.ts";
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
import type { Given } from "./given-numbers.ts";
import type { QuotaWait } from "./quota-windows.ts";
import { isGoodKey } from "./tokens.ts";
import { plainNumber } from "./tracking-numbers.ts";

const TRACKINGS = /^\/tracking\/\d{4}-\d{2}\/trackings(?:\/([^/]+))?$/;
/** AfterShip looks for a number only once it was given it; the first news takes about so long. */
const AFTERSHIP_NEWS_MS = 30_000;
/** Calls a second that the documents name for each endpoint. */
const POST_RATE = 20;
const LIST_RATE = 6;

const trackingRequest = z.object({ tracking_number: z.string().min(1), slug: z.string().nullish() });

/** AfterShip: a key in its own header, `meta` and `data` around everything; a number has to be given before it is known. */
export const aftershipApi: CarrierApi = {
  carrier: "aftership",
  isTokenRequest: () => false,
  answer: (asked, desk) => withRate(answerOf(asked, desk), asked, desk),
  refusal,
};

function answerOf(asked: AskedOf, desk: Desk): Answer {
  if (!isGoodKey(asked.header("as-api-key"))) return refusal("credentials");
  const [isTrackings, id] = TRACKINGS.exec(asked.path) ?? [];
  if (isTrackings === undefined) return refusal("unknown_path");
  if (asked.method === "POST" && id === undefined) return create(asked, desk);
  if (asked.method !== "GET") return refusal("unknown_path");
  if (id === undefined) return page(asked, desk);
  const given = desk.givenTo("aftership").withId(pathPart(id));
  return given === null
    ? failed(404, 4004, "NotFound", "Tracking does not exist.")
    : told(200, trackingOf(given, desk));
}

/** Only what the account gave before is known, and it is in the order that was asked for. */
function page({ query }: AskedOf, desk: Desk): Answer {
  const numbers = (query.get("tracking_numbers") ?? "").split(",").filter((number) => number !== "");
  const carrier = carrierOfSlug(query.get("slug") ?? "");
  const trackings = numbers.flatMap((number) => {
    const given = desk.givenTo("aftership").find(plainNumber(number), carrier);
    if (given !== null) return [trackingOf(given, desk)];
    desk.mention(number);
    return [];
  });
  return told(200, { pagination: { total: trackings.length, next_cursor: null, has_next_page: false }, trackings });
}

function create({ body }: AskedOf, desk: Desk): Answer {
  const request = trackingRequest.safeParse(parsed(body));
  if (!request.success) return failed(400, 4007, "BadRequest", "tracking_number is required.");
  const { tracking_number, slug } = request.data;
  const hint = slug == null ? null : carrierOfSlug(slug);
  if (slug != null && hint === null) return failed(400, 4010, "BadRequest", "The value of slug is invalid.");
  const found = desk.lookUp(tracking_number, hint);
  if (found.kind === "invalid") {
    return hint === null
      ? failed(400, 4012, "BadRequest", "The carrier of this tracking number is not recognized.")
      : failed(400, 4017, "BadRequest", "The format of tracking_number is invalid.");
  }
  const numbers = desk.givenTo("aftership");
  const number = plainNumber(tracking_number);
  const carrier = found.kind === "found" ? found.played.carrier : found.carrier;
  if (numbers.find(number, carrier) !== null) return failed(400, 4003, "BadRequest", "Tracking already exists.");
  return told(201, aftershipTracking(numbers.give(number, carrier, desk.nowMs), null));
}

function trackingOf(given: Given, { lookUp, nowMs }: Desk) {
  const found = lookUp(given.number, given.carrier);
  const isKnown = found.kind === "found" && nowMs >= given.atMs + AFTERSHIP_NEWS_MS;
  return aftershipTracking(given, isKnown ? found.played : null);
}

function refusal(why: Refusal, asked?: AskedOf, wait: QuotaWait | null = null): Answer {
  switch (why) {
    case "outage":
      return failed(503, 503, "ServiceUnavailable", "The service is unavailable at the moment.");
    case "server_error":
      return failed(500, 500, "InternalError", "Something went wrong on AfterShip's end.");
    case "forbidden":
      return failed(403, 403, "Forbidden", "The request is understood, but refused.");
    case "credentials":
      return failed(401, 401, "Unauthorized", "The API key is invalid.");
    case "quota":
    case "too_fast": {
      const spent = failed(429, 429, "TooManyRequests", "The API rate limit is exceeded.");
      if (wait === null) return spent;
      const allowed = wait.span === "second" && wait.allowed !== null ? wait.allowed : rateOf(asked);
      return { ...spent, headers: { ...spent.headers, ...rateHeaders(allowed, 0, wait.untilMs) } };
    }
    case "unknown_path":
      return failed(404, 404, "NotFound", "The URI requested is invalid.");
    default:
      return assertNever(why);
  }
}

/** Every answer says what the second that runs now still allows. */
function withRate(answer: Answer, asked: AskedOf, { pace, nowMs }: Desk): Answer {
  const { allowed, left } = pace ?? { allowed: rateOf(asked), left: rateOf(asked) - 1 };
  return { ...answer, headers: { ...answer.headers, ...rateHeaders(allowed, left, nowMs + 1_000) } };
}

function rateOf(asked: AskedOf | undefined): number {
  return asked?.method === "POST" ? POST_RATE : LIST_RATE;
}

function rateHeaders(allowed: number, left: number, resetMs: number) {
  return {
    "x-ratelimit-limit": String(allowed),
    "x-ratelimit-remaining": String(left),
    "x-ratelimit-reset": String(Math.ceil(resetMs / 1_000)),
  };
}

function told(code: number, data: unknown): Answer {
  return json(code, { meta: { code }, data });
}

function failed(status: number, code: number, type: string, message: string): Answer {
  return json(status, { meta: { code, type, message }, data: {} });
}
