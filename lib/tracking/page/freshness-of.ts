import { lookAgainMs } from "#lib/tracking/next-check.ts";
import { HEALTHS } from "#lib/tracking/tracking-state.ts";
import type { ParcelFacts } from "./parcel-answer.ts";
import type { Freshness } from "./tracking-page.ts";

type Seen = Pick<ParcelFacts, "status" | keyof Freshness>;

/**
 * How well we see the parcels that have not come to an end, carrier by carrier: the worst health and the oldest look. What
 * is not asked about any more is told only where nothing of the carrier's is.
 */
export function freshnessOf(parcels: readonly Seen[]): readonly Freshness[] {
  const open = parcels.filter((parcel) => lookAgainMs(parcel.status) !== null);
  return [...Map.groupBy(open, (parcel) => parcel.carrierName)].map(([carrierName, all]) => {
    const asked = all.filter(({ isAsked }) => isAsked);
    const seen = asked.length === 0 ? all : asked;
    const worst = Math.max(...seen.map(({ health }) => HEALTHS.indexOf(health)));
    const health = HEALTHS[worst] ?? "ok";
    return {
      carrierName,
      health,
      checkedAt: seen.map((each) => each.checkedAt).reduce(older),
      isAsked: asked.length > 0,
      isSilent: seen.some(({ isSilent }) => isSilent),
    };
  });
}

/** When looking again is worth while for somebody who watches, in milliseconds: as soon as for the liveliest parcel. */
export function nextLookMs(parcels: readonly Pick<ParcelFacts, "lookMs">[]): number | null {
  const looks = parcels.map(({ lookMs }) => lookMs).filter((look) => look !== null);
  return looks.length === 0 ? null : Math.min(...looks);
}

/** ISO UTC instants compare as text as far as their seconds, which is as far as people see. */
function older(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  return a < b ? a : b;
}
