import { assertNever } from "#lib/kernel/assert-never.ts";
import { type Answer, type AskedOf, type CarrierApi, type Desk, json, type Refusal } from "./answer.ts";
import { dhlShipment } from "./dhl-shipment.ts";
import { dhlService } from "./dhl-words.ts";

const TRACK_PATH = "/track/shipments";

/** DHL Unified: a key instead of tokens, one number a call, a 404 for what it does not know, whatever the reason. */
export const dhlApi: CarrierApi = {
  carrier: "dhl",
  isTokenRequest: () => false,
  answer: (asked, desk) => {
    const { method, path, query } = asked;
    if (path !== TRACK_PATH || method !== "GET") return refusal("unknown_path", asked);
    if (!/^sandbox-/.test(asked.header("dhl-api-key") ?? "")) return refusal("credentials", asked);
    const number = query.get("trackingNumber") ?? "";
    if (number === "") return problem(asked, 400, "Bad request", "The parameter trackingNumber is required.");
    return shipments(number, asked, desk);
  },
  refusal,
};

function shipments(number: string, asked: AskedOf, { lookUp }: Desk): Answer {
  const found = lookUp(number);
  switch (found.kind) {
    case "invalid":
    case "not_found":
      return noResult(asked, number);
    case "found": {
      const service = asked.query.get("service");
      if (service !== null && service !== dhlService(found.played.number)) return noResult(asked, number);
      const url = `/shipments?trackingNumber=${encodeURIComponent(number)}`;
      return json(200, { url, firstUrl: `${url}&offset=0&limit=5`, shipments: [dhlShipment(found.played)] });
    }
    default:
      return assertNever(found);
  }
}

function noResult(asked: AskedOf, number: string): Answer {
  return problem(asked, 404, "No result found", "This number is not known.", `/shipment/${number}`);
}

function refusal(why: Refusal, asked: AskedOf): Answer {
  switch (why) {
    case "outage":
      return problem(asked, 503, "Service Unavailable", "The service is temporarily unavailable.");
    case "server_error":
      return problem(asked, 500, "Internal Server Error", "The request could not be processed.");
    case "forbidden":
      return problem(asked, 403, "Forbidden", "The consumer is not allowed to use this resource.");
    case "too_fast":
      return problem(asked, 429, "Too Many Requests", "Too many requests within defined time period.");
    case "credentials":
      return problem(asked, 401, "Unauthorized", "Unauthorized for given resource.");
    case "quota":
      return problem(asked, 429, "Too Many Requests", "Too many requests within defined time period.");
    case "unknown_path":
      return problem(asked, 404, "Not Found", "The resource was not found.");
    default:
      return assertNever(why);
  }
}

function problem({ path }: AskedOf, status: number, title: string, detail: string, instance = path): Answer {
  return json(status, { title, detail, status, instance }, { "content-type": "application/problem+json" });
}
