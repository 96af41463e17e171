import type { CarrierError } from "#lib/carriers/carrier.ts";
import { errorOfStatus, type Reply } from "#lib/carriers/http.ts";
import type { Verdict } from "#lib/carriers/tracked.ts";
import type { CheckProblem } from "#lib/tracking/tracking-state.ts";
import { errorReply } from "./schema.ts";

/** Source: UPS API documents (Tracking, Track Alert) and their issues; 104xx are the token endpoint's own. */
const PROBLEMS: ReadonlyMap<string, CheckProblem> = new Map([
  ["TV1002", "invalid_number"],
  ["VSS210", "invalid_number"],
  ["VSS215", "invalid_number"],
  ["250002", "credentials_refused"],
  ["250003", "credentials_refused"],
  ["251004", "credentials_refused"],
  ["UJ0001", "credentials_refused"],
  ["10400", "credentials_refused"],
  ["10401", "credentials_refused"],
  ["10403", "forbidden"],
  ["10429", "quota_spent"],
  ["10004", "outage"],
  ["VSS100", "outage"],
]);

/** A valid number without data: "not found". It stands as a warning in a normal reply, and may stand as an error. */
export const NO_DATA = "TW0001";

/**
 * Why a reply is none; null where nothing says so. The code in the body is finer than the status. Without the status,
 * as for a body from a file, an unknown code counts as `rejected`. A 404 is "not found" (as the document has it) only with
 * a code of the tracking service: the gateway answers a wrong path alike.
 */
export function failureOf(json: unknown, reply: Pick<Reply, "status" | "headers"> | null): Verdict | null {
  const codes = errorReply.safeParse(json);
  const ofStatus = reply === null ? null : errorOfStatus(reply);
  if (!codes.success) return ofStatus;
  if (codes.data.includes(NO_DATA)) return "not_found";
  const known = codes.data.find((code) => code !== null && PROBLEMS.has(code)) ?? codes.data[0] ?? null;
  const kind = known === null ? undefined : (PROBLEMS.get(known) ?? kindOfGateway(known));
  if (kind === undefined && reply?.status === 404 && /^T[A-Z]/.test(known ?? "")) return "not_found";
  return errorOf(kind, known, ofStatus);
}

/** The gateway writes the HTTP status for a code, and its own refusals of a key as 25xxxx. */
function kindOfGateway(code: string): CheckProblem | undefined {
  if (/^25\d{4}$/.test(code)) return "credentials_refused";
  return /^[45]\d\d$/.test(code) ? errorOfStatus({ status: Number(code), headers: NO_HEADERS })?.kind : undefined;
}

const NO_HEADERS = new Headers();

function errorOf(kind: CheckProblem | undefined, code: string | null, ofStatus: CarrierError | null): CarrierError {
  const retryAfterMs = ofStatus?.retryAfterMs ?? null;
  const message = `UPS answered with error ${code?.slice(0, 20) ?? "without code"}`;
  return { kind: kind ?? ofStatus?.kind ?? "rejected", message, retryAfterMs };
}
