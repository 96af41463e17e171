import { errorOfStatus } from "#lib/carriers/http.ts";
import type { Verdict } from "#lib/carriers/tracked.ts";
import type { DhlProblem } from "./schema.ts";

/** What a problem means: 404 is a number that DHL does not know yet, all else an error. Null for what is no problem. */
export function verdictOf({ status, title, detail }: DhlProblem): Verdict | null {
  if (status === null || (title ?? detail) === null) return null;
  return status === 404 ? "not_found" : errorOfStatus({ status, headers: new Headers() });
}

/** The number that a problem is about, which DHL names only in a path: `/shipment/8264715546`. */
export function numberOf({ instance }: DhlProblem): string | null {
  return /\/shipments?\/([\w-]{4,40})$/.exec(instance ?? "")?.[1]?.toUpperCase() ?? null;
}
