import type { CarrierError } from "#lib/carriers/carrier.ts";
import { errorOfStatus } from "#lib/carriers/http.ts";
import type { Verdict } from "#lib/carriers/tracked.ts";
import type { UspsFailure } from "./schema.ts";

type Known = "not_found" | keyof typeof MESSAGES;

/**
 * The tracking API's own codes. No update yet, in whatever words, is "not found"; codes for numbers that are no parcel's
 * (pick-up transactions, delivery notices) are invalid; what USPS knows and will not show us is forbidden.
 * Source: USPS API error inventory of 2025-10-31.
 */
const CODES: ReadonlyMap<string, Known> = new Map([
  ["150001", "not_found"],
  ["150002", "not_found"],
  ["150003", "not_found"],
  ["150004", "forbidden"],
  ["150005", "not_found"],
  ["150006", "invalid_number"],
  ["150007", "invalid_number"],
  ["150008", "forbidden"],
  ["150009", "not_found"],
  ["150010", "forbidden"],
  ["150011", "invalid_number"],
  ["150012", "forbidden"],
  ["150013", "not_found"],
  ["404", "not_found"],
]);

const MESSAGES = {
  invalid_number: "USPS does not take this as a parcel's number",
  forbidden: "USPS does not show this parcel to us",
} as const;

/** RFC 6749 section 5.2, RFC 6750 section 3.1. */
const OAUTH_REFUSALS: ReadonlySet<string> = new Set([
  ...["invalid_client", "unauthorized_client", "invalid_grant", "invalid_scope", "invalid_token", "insufficient_scope"],
]);

/** The gateway (Apigee) names its policies: `policies.ratelimit.QuotaViolation`, `oauth.v2.InvalidAccessToken`. */
const GATEWAY: readonly (readonly [RegExp, CarrierError])[] = [
  [/ratelimit/i, { kind: "quota_spent", message: "USPS's quota is spent", retryAfterMs: null }],
  [
    /^(?:oauth|keymanagement)\b|apikey/i,
    { kind: "credentials_refused", message: "USPS refused the key", retryAfterMs: null },
  ],
];

/**
 * What a failure means for a number: it is not found yet, or an error. A code of the API's own list beats a status. A word
 * in place of the error is no answer about a number: the API writes an object there.
 */
export function verdictOf(failure: UspsFailure): Verdict {
  const codes = codesOf(failure);
  const known = codes.map((code) => ({ code, verdict: CODES.get(code) })).find(({ verdict }) => verdict !== undefined);
  if (known?.verdict === "not_found") return failure.error?.isWord ? rejected(codes) : "not_found";
  if (known?.verdict !== undefined) {
    return { kind: known.verdict, message: `${MESSAGES[known.verdict]} (${known.code})`, retryAfterMs: null };
  }
  if (codes.some((code) => OAUTH_REFUSALS.has(code))) {
    return { kind: "credentials_refused", message: "USPS refused the key", retryAfterMs: null };
  }
  const byGateway = GATEWAY.find(([policy]) => codes.some((code) => policy.test(code)))?.[1];
  return byGateway ?? ofStatusCode(codes) ?? rejected(codes);
}

/** Whether a body is a failure in the form that USPS documents. */
export function isFailure(failure: UspsFailure): boolean {
  return failure.error !== null || failure.fault !== null || /^[45]\d\d$/.test(failure.statusCode ?? "");
}

/** The details come first: `errors[].code` says more than the status that the whole carries. */
function codesOf({ statusCode, error, fault }: UspsFailure): readonly string[] {
  const details = error?.errors ?? [];
  const own = [
    ...details.map(({ code }) => code),
    error?.code ?? null,
    ...details.map(({ status }) => status),
    fault?.detail.errorcode ?? null,
    statusCode,
  ];
  return own.filter((code) => code !== null);
}

function ofStatusCode(codes: readonly string[]): CarrierError | null {
  const status = codes.find((code) => /^[345]\d\d$/.test(code));
  return status === undefined ? null : errorOfStatus({ status: Number(status), headers: new Headers() });
}

function rejected(codes: readonly string[]): CarrierError {
  const named = codes.find((code) => /^[\w.-]{1,40}$/.test(code));
  return {
    kind: "rejected",
    message: named === undefined ? "USPS declined without a code" : `USPS declined (${named})`,
    retryAfterMs: null,
  };
}
