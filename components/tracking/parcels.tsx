import { mapOfParcel } from "#lib/map/map-of-parcel.ts";
import type { PageNotice } from "#lib/promise/page/page-notice.ts";
import type { Parcel, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { openNotice } from "./answer.tsx";
import { answerText } from "./answer-words.ts";
import { DelayNotice } from "./delay-notice.tsx";
import { ItemList } from "./item-list.tsx";
import { JourneyDays } from "./journey-days.tsx";
import { JourneyMap } from "./journey-map.tsx";
import { parcelLines } from "./parcel-lines.ts";
import { PickupFacts } from "./pickup-card.tsx";
import type { Reader } from "./reader.ts";

type ParcelsProps = {
  readonly page: TrackingPage;
  /** Besides the one that stands in the page's answer. */
  readonly notices: readonly PageNotice[];
  readonly reader: Reader;
  readonly token: string;
  readonly formKey: string;
  readonly shop: string;
};

/** Several parcels, each with its own answer, things and journey; the one in trouble first. */
export function Parcels({ page, ...about }: ParcelsProps) {
  if (page.parcels.length < 2) return null;
  return (
    <section className="parcels">
      <h2 className="heading">{about.reader.say("items.parcels")}</h2>
      {page.parcels.map((parcel) => (
        <OneParcel key={parcel.number} parcel={parcel} page={page} {...about} />
      ))}
    </section>
  );
}

type OneParcelProps = ParcelsProps & { readonly parcel: Parcel };

function OneParcel({ parcel, page, notices, reader: pageReader, token, formKey, shop }: OneParcelProps) {
  const reader = { ...pageReader, today: parcel.today };
  const { say } = reader;
  // The answer above has told the lines of the parcel that it is about.
  const isTold = parcel.number === page.answerParcel && parcel.status !== "pending";
  const about = notices.find((each) => each.parcel === parcel.number);
  const notice = about === undefined ? null : openNotice(about);
  const map = parcel.number === page.answerParcel ? mapOfParcel(parcel, page.shipTo) : null;
  const scans = parcel.journey.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <article className="parcel" aria-labelledby={`parcel-${parcel.number}`}>
      <h3 id={`parcel-${parcel.number}`} className="group-heading">
        {say("items.parcelOf", { number: parcel.number, count: page.parcels.length })}
        <span className="parcel-carrier"> · {parcel.carrierName}</span>
      </h3>
      <p className="parcel-answer">{answerText(parcel.answer, reader, parcel.carrierName)}</p>
      {about !== undefined && (
        <DelayNotice
          about={about}
          of={{ parcel, answer: parcel.answer }}
          reader={reader}
          token={token}
          formKey={formKey}
          shop={shop}
          country={page.shipTo.country}
          said={null}
        />
      )}
      {(isTold ? [] : parcelLines(parcel, page, reader, notice)).map((line) => (
        <p key={line} className="text-small text-muted">
          {line}
        </p>
      ))}
      {parcel.number !== page.answerParcel && <PickupFacts parcel={parcel} reader={reader} />}
      <ItemList items={parcel.items} voice={reader} />
      {map !== null && <JourneyMap map={map} voice={reader} number={parcel.number} />}
      {scans > 0 && (
        <details className="more">
          <summary>{say("journey.scans", { count: scans })}</summary>
          <JourneyDays days={parcel.journey} reader={reader} />
        </details>
      )}
    </article>
  );
}
