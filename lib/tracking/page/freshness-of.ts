import { lookAgainMs } from "#lib/tracking/next-check.ts";
import { HEALTHS } from "#lib/tracking/tracking-state.ts";
import type { ParcelFacts } from "./parcel-answer.ts";
import type { Freshness } from "./tracking-page.ts";

type Seen = Pick<ParcelFacts, "carrierName" | "health" | "checkedAt" | "status">;

/** How well we see the parcels that have not come to an end, carrier by carrier: the worst health and the oldest look. */
export function freshnessOf(parcels: readonly Seen[]): readonly Freshness[] {
  const open = parcels.filter((parcel) => lookAgainMs(parcel.status) !== null);
  return [...Map.groupBy(open, (parcel) => parcel.carrierName)].map(([carrierName, seen]) => ({
    carrierName,
    health: HEALTHS[Math.max(...seen.map(({ health }) => HEALTHS.indexOf(health)))] ?? "ok",
    checkedAt: seen.map((each) => each.checkedAt).reduce(older),
  }));
}

/** When looking again is worth while for somebody who watches: never for what has come to an end or cannot be seen. */
export function nextLookMs(parcels: readonly Seen[], pace?: number): number | null {
  const looks = parcels
    .filter(({ health }) => health !== "unsupported_carrier")
    .map(({ status }) => lookAgainMs(status, pace))
    .filter((look) => look !== null);
  return looks.length === 0 ? null : Math.min(...looks);
}

/** ISO UTC instants compare as text as far as their seconds, which is as far as people see. */
function older(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  return a < b ? a : b;
}
