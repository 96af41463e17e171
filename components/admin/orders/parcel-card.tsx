import { answerText } from "#components/tracking/answer-words.ts";
import { JourneyDays } from "#components/tracking/journey-days.tsx";
import { parcelLines } from "#components/tracking/parcel-lines.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { Parcel, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import type { CheckProblem } from "#lib/tracking/tracking-state.ts";
import { momentText, type OrderReader } from "./desk-order-view.ts";
import { StateWord } from "./state-word.tsx";

/** What the desk knows of a parcel besides what the page shows. */
export type ParcelBehind = {
  readonly trackingNumber: string;
  readonly hasAccount: boolean;
  readonly problem: { readonly kind: CheckProblem; readonly since: string } | null;
};

type ParcelCardProps = {
  readonly about: OrderReader;
  readonly page: TrackingPage;
  readonly parcel: Parcel;
  readonly behind: ParcelBehind | undefined;
};

/** So many of the newest days are open. */
const OPEN_DAYS = 2;

/** One parcel: its status, what the shopper is told of it, how asking goes, and its journey. */
export function ParcelCard({ about, page, parcel, behind }: ParcelCardProps) {
  const { say, reader } = about;
  const count = page.parcels.length;
  const title = count === 1 ? say("orders.one.parcelOnly") : say("orders.one.parcel", { number: parcel.number, count });
  return (
    <article className="card" aria-labelledby={`parcel-${parcel.number}`}>
      <div className="card-head">
        <h2 id={`parcel-${parcel.number}`} className="card-heading">
          {title} <span className="text-muted">{parcel.carrierName}</span>
        </h2>
        <StateWord say={say} status={parcel.status} />
      </div>
      <p className="card-label">{say("orders.one.says")}</p>
      {count > 1 && <p className="order-answer">{answerText(parcel.answer, reader, parcel.carrierName)}</p>}
      {parcelLines(parcel, page, reader).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {behind !== undefined && (
        <p className="order-tracking order-behind">
          <span className="text-muted">{say("orders.one.tracking")}</span>
          <code dir="ltr">{behind.trackingNumber}</code>
          <CopyButton text={behind.trackingNumber} label={say("orders.one.copy")} done={say("orders.one.copied")} />
        </p>
      )}
      {behind !== undefined && <p className="text-muted">{askingText(parcel, behind, about)}</p>}
      <ParcelJourney parcel={parcel} about={about} />
    </article>
  );
}

function ParcelJourney({ parcel: { journey }, about: { say, reader } }: Pick<ParcelCardProps, "parcel" | "about">) {
  if (journey.length === 0) return <p className="text-muted">{say("orders.one.noScans")}</p>;
  const folded = journey.slice(OPEN_DAYS);
  return (
    <div className="journey">
      <JourneyDays days={journey.slice(0, OPEN_DAYS)} reader={reader} />
      {folded.length > 0 && (
        <details className="fold">
          <summary>{reader.say("journey.earlier", { count: folded.length })}</summary>
          <JourneyDays days={folded} reader={reader} />
        </details>
      )}
    </div>
  );
}

function askingText({ checkedAt }: Parcel, { hasAccount, problem }: ParcelBehind, about: OrderReader): string {
  const { say } = about;
  if (problem !== null) {
    return say(`orders.one.problem.${problem.kind}`, { when: momentText(problem.since, about) });
  }
  if (!hasAccount && checkedAt === null) return say("orders.one.noAccount");
  return checkedAt === null
    ? say("orders.one.neverChecked")
    : say("orders.one.checked", { when: momentText(checkedAt, about) });
}
