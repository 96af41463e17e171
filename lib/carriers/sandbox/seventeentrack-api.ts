import * as z from "zod";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { type Answer, type AskedOf, type CarrierApi, type Desk, json, parsed, type Refusal } from "./answer.ts";
import { carrierOfKey, seventeentrackCarrier, seventeentrackInfo } from "./seventeentrack-info.ts";
import { isGoodKey } from "./tokens.ts";
import { plainNumber } from "./tracking-numbers.ts";

const PATH = /^\/track\/v2\.2\/(register|gettrackinfo)$/;
const MAX_NUMBERS = 40;
/** 17TRACK looks for a number only once it is registered; the first news takes some minutes. */
const SEVENTEENTRACK_NEWS_MS = 120_000;

const numbersRequest = z.array(z.object({ number: z.string(), carrier: z.int().nullish() }));
type Item = z.infer<typeof numbersRequest>[number];

/** One number's part of an answer. */
type Judged = { readonly accepted: object } | { readonly rejected: object };

/** 17TRACK: a key in its own header, up to 40 numbers a call, each accepted or rejected; registered first, told later. */
export const seventeentrackApi: CarrierApi = {
  carrier: "17track",
  isTokenRequest: () => false,
  answer: (asked, desk) => {
    if (!isGoodKey(asked.header("17token"))) return refusal("credentials");
    const what = PATH.exec(asked.path)?.[1];
    if (what === undefined || asked.method !== "POST") return refusal("unknown_path");
    return batch(asked, desk, what === "register" ? registered : told);
  },
  refusal: (why) => refusal(why),
};

function batch({ body }: AskedOf, desk: Desk, judge: (item: Item, desk: Desk) => Judged): Answer {
  const request = numbersRequest.safeParse(parsed(body));
  if (!request.success || request.data.length === 0) return declined(200, -18_010_013, "The data is invalid.");
  if (request.data.length > MAX_NUMBERS) {
    return declined(200, -18_010_014, `No more than ${MAX_NUMBERS} numbers fit into a request.`);
  }
  const items = request.data.map((item) => judge(item, desk));
  const accepted = items.flatMap((item) => ("accepted" in item ? [item.accepted] : []));
  const rejected = items.flatMap((item) => ("rejected" in item ? [item.rejected] : []));
  return json(200, { code: 0, data: { accepted, rejected } });
}

/** `register`: takes a number whose carrier it knows or was told, once. */
function registered({ number, carrier: key }: Item, desk: Desk): Judged {
  if (!/^[A-Za-z0-9-]{5,50}$/.test(number))
    return rejection(number, -18_010_012, "The format of the number is invalid.");
  const hint = key == null || key === 0 ? null : carrierOfKey(key);
  const found = desk.lookUp(number, hint);
  if (found.kind === "invalid") return rejection(number, -18_019_903, "The carrier cannot be detected.");
  const carrier = found.kind === "found" ? found.played.carrier : found.carrier;
  const numbers = desk.givenTo("17track");
  if (numbers.find(plainNumber(number), carrier) !== null) {
    return rejection(number, -18_019_901, `The number ${number} is registered already.`);
  }
  const given = numbers.give(plainNumber(number), carrier, desk.nowMs);
  const origin = hint === null ? 1 : 2;
  return { accepted: { origin, ...nameOf(number, given.carrier), email: null, tag: null, lang: null } };
}

/** `gettrackinfo`: tells what it has found since the number was registered. */
function told({ number, carrier: key }: Item, desk: Desk): Judged {
  const carrier = key == null ? null : carrierOfKey(key);
  const given = desk.givenTo("17track").find(plainNumber(number), carrier);
  if (given === null) {
    desk.mention(number);
    return rejection(number, -18_019_902, `The number ${number} is not registered.`);
  }
  const found = desk.lookUp(number, given.carrier);
  if (found.kind !== "found" || desk.nowMs < given.atMs + SEVENTEENTRACK_NEWS_MS) {
    return rejection(number, -18_019_909, "There is no information yet.");
  }
  const track_info = seventeentrackInfo(found.played, desk.nowMs);
  return { accepted: { ...nameOf(number, given.carrier), param: null, tag: null, track_info } };
}

function nameOf(number: string, carrier: Parameters<typeof seventeentrackCarrier>[0]) {
  return { number, carrier: seventeentrackCarrier(carrier, plainNumber(number)).key };
}

function rejection(number: string, code: number, message: string): Judged {
  return { rejected: { number, error: { code, message } } };
}

function refusal(why: Refusal): Answer {
  switch (why) {
    case "outage":
      return declined(503, -18_010_003, "The service is unavailable at the moment.");
    case "server_error":
      return declined(500, -18_010_003, "Something went wrong inside the service.");
    // 17TRACK has no 403: what an account may not do is a 401 with a code of its own.
    case "forbidden":
      return declined(401, -18_010_004, "The account is disabled.");
    case "credentials":
      return declined(401, -18_010_002, "The security key is invalid.");
    case "quota":
    case "too_fast":
      return declined(429, -18_010_003, "Too many requests in a second.");
    case "unknown_path":
      return declined(404, -18_010_013, "There is nothing at this URL.");
    default:
      return assertNever(why);
  }
}

/** What is wrong with a request as a whole stands in `errors`. */
function declined(status: number, code: number, message: string): Answer {
  return json(status, { code, data: { errors: [{ code, message }] } });
}
