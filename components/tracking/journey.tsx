import { mapOfParcel } from "#lib/map/map-of-parcel.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { JourneyDays } from "./journey-days.tsx";
import { JourneyMap } from "./journey-map.tsx";
import type { Reader } from "./reader.ts";

/** The newest day is open, and as many before it as it takes to show this many scans; the rest is one tap away. */
const SHOWN = 3;

/** The scans of an order's only parcel; nothing before the first scan. Folds without JavaScript. */
export function Journey({ page, reader }: { readonly page: TrackingPage; readonly reader: Reader }) {
  const [parcel, ...others] = page.parcels;
  if (parcel === undefined || others.length > 0 || parcel.journey.length === 0) return null;
  const shown = shownDays(parcel.journey.map(({ entries }) => entries.length));
  const folded = parcel.journey.slice(shown);
  const map = mapOfParcel(parcel, page.shipTo);
  return (
    <section className="journey">
      <h2 className="heading">{reader.say("journey.heading")}</h2>
      {map !== null && <JourneyMap map={map} voice={reader} number={parcel.number} />}
      <JourneyDays days={parcel.journey.slice(0, shown)} reader={reader} />
      {folded.length > 0 && (
        <details className="more">
          <summary>{reader.say("journey.earlier", { count: new Set(folded.map(({ day }) => day)).size })}</summary>
          <JourneyDays days={folded} reader={reader} />
        </details>
      )}
    </section>
  );
}

function shownDays(sizes: readonly number[]): number {
  let scans = 0;
  const enough = sizes.findIndex((size) => {
    scans += size;
    return scans >= SHOWN;
  });
  return enough === -1 ? sizes.length : enough + 1;
}
