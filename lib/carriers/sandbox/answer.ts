import { assertNever } from "#lib/kernel/assert-never.ts";
import type { AccountNumbers } from "./given-numbers.ts";
import type { Played } from "./played.ts";
import type { Aggregator, Player } from "./players.ts";
import type { Pace, QuotaWait } from "./quota-windows.ts";
import type { Fault, SandboxCarrier } from "./script.ts";

/** A request as a carrier's API sees it: the path without the prefix of the carrier, the body read whole. */
export type AskedOf = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** A header by its lower-case name. */
  readonly header: (name: string) => string | undefined;
  readonly body: string;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type LookUp =
  | { readonly kind: "invalid" }
  | { readonly kind: "not_found"; readonly carrier: SandboxCarrier }
  | { readonly kind: "found"; readonly played: Played };

/** What a carrier's API may use of the sandbox while it answers one request. */
export type Desk = {
  readonly nowMs: number;
  /**
   * What is known of a number, as the client wrote it. The first look starts its journey. `hint`: whose it is, as the client
   * of an aggregator says; null where it does not.
   */
  readonly lookUp: (number: string, hint?: SandboxCarrier | null) => LookUp;
  /** Counts a number that was asked about without looking at it. */
  readonly mention: (number: string) => void;
  /** What the client's account gave an aggregator before. */
  readonly givenTo: (aggregator: Aggregator) => AccountNumbers;
  /** What the client's quota a second allows and has left; null where none is set. */
  readonly pace: Pace | null;
};

/** Why a carrier declines a whole request, whatever is asked. `too_fast`: a 429 that says nothing of a day's quota. */
export type Refusal = "outage" | "server_error" | "credentials" | "forbidden" | "quota" | "too_fast" | "unknown_path";

/** One carrier or aggregator as the sandbox plays it. `wait`: how long a quota is spent. */
export type CarrierApi = {
  readonly carrier: Player;
  readonly isTokenRequest: (asked: AskedOf) => boolean;
  /** Its requests subscribe to pushes and ask about no parcel. */
  readonly isSubscription?: true;
  readonly answer: (asked: AskedOf, desk: Desk) => Answer;
  readonly refusal: (why: Refusal, asked: AskedOf, wait: QuotaWait | null) => Answer;
};

/** A quota that is spent by order lasts that long. */
const FAULT_WAIT_MS = 60_000;

/** How an answer reaches the client. */
export type Delivery =
  | { readonly kind: "answer" | "slow"; readonly answer: Answer }
  | { readonly kind: "silence" | "reset" };

/** A JSON answer. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { "content-type": "application/json;charset=UTF-8", ...headers },
    body: JSON.stringify(body),
  };
}

/** Reads JSON; undefined for anything else. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** A part of a path without its percent signs; as it is where they mean nothing. */
export function pathPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A carrier's answer with a fault in it. A token is spared the faults that are about the body of a tracking answer. */
export function withFault(
  fault: Fault | null,
  answer: Answer,
  api: CarrierApi,
  asked: AskedOf,
  nowMs: number,
): Delivery {
  if (fault === null) return { kind: "answer", answer };
  const isToken = api.isTokenRequest(asked);
  const unlessToken = (faulty: Answer): Delivery => ({ kind: "answer", answer: isToken ? answer : faulty });
  switch (fault) {
    case "invalid":
    case "not_found":
      return { kind: "answer", answer };
    case "outage":
    case "credentials":
    case "forbidden":
    case "quota":
      return {
        kind: "answer",
        answer: api.refusal(fault, asked, { span: null, allowed: null, nowMs, untilMs: nowMs + FAULT_WAIT_MS }),
      };
    case "error":
      return { kind: "answer", answer: api.refusal("server_error", asked, null) };
    case "quota_wait":
    case "quota_bare":
      return { kind: "answer", answer: tooFast(api.refusal("too_fast", asked, null), fault === "quota_wait") };
    case "redirect":
      return { kind: "answer", answer: { status: 302, headers: { location: "https://example.com/moved" }, body: "" } };
    case "xml":
      return unlessToken({ status: 200, headers: { "content-type": "application/xml" }, body: XML });
    case "html":
      return { kind: "answer", answer: gatewayPage(502) };
    case "html_200":
      return unlessToken(gatewayPage(200));
    case "truncated":
      return unlessToken({ ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) });
    case "empty":
      return unlessToken({ ...answer, body: "" });
    case "slow":
      return { kind: "slow", answer };
    case "timeout":
      return { kind: "silence" };
    case "reset":
      return { kind: "reset" };
    default:
      return assertNever(fault);
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n<error><code>500</code></error>\n';
const WAIT_S = 120;

/** The 429 with a `Retry-After` or without any. */
function tooFast({ headers: { "retry-after": _, ...headers }, ...refusal }: Answer, isWaitNamed: boolean): Answer {
  return { ...refusal, headers: isWaitNamed ? { ...headers, "retry-after": String(WAIT_S) } : headers };
}

function gatewayPage(status: number): Answer {
  const title = "502 Bad Gateway";
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  return { status, headers: { "content-type": "text/html" }, body };
}
