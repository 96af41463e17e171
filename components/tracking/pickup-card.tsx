import { Fact } from "#components/ui/fact.tsx";
import { weekdayText } from "#lib/brand/languages/dates.ts";
import { softened } from "#lib/brand/languages/place.ts";
import type { Parcel, PickupPlace, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { answerText } from "./answer-words.ts";
import { onDay, type Reader } from "./reader.ts";

type Hours = PickupPlace["hours"][number];

/** Where the parcel of the answer waits, or the only one there is. Others are told about where each of them stands. */
export function PickupCard({ page, reader }: { readonly page: TrackingPage; readonly reader: Reader }) {
  const { parcels, answerParcel } = page;
  const parcel = parcels.find(({ number }) => number === answerParcel || parcels.length === 1);
  if (parcel?.status !== "available_for_pickup") return null;
  return (
    <section className="pickup" aria-labelledby="pickup">
      <h2 id="pickup" className="heading">
        {reader.say("pickup.heading")}
      </h2>
      {parcel.number !== answerParcel && <p>{answerText(parcel.answer, reader, parcel.carrierName)}</p>}
      <PickupFacts parcel={parcel} reader={reader} />
    </section>
  );
}

/** Where a parcel waits: the address, the hours and until when, as far as the carrier told them. Nothing of one that does not. */
export function PickupFacts({ parcel, reader }: { readonly parcel: Parcel; readonly reader: Reader }) {
  if (parcel.status !== "available_for_pickup") return null;
  const kept = keptLine(parcel, reader);
  return (
    <>
      {parcel.pickup !== null && <Where pickup={parcel.pickup} reader={reader} />}
      {kept !== null && <p className="text-muted">{kept}</p>}
    </>
  );
}

function Where({ pickup, reader }: { readonly pickup: PickupPlace; readonly reader: Reader }) {
  const { say } = reader;
  const address = addressLines(pickup);
  return (
    <dl className="facts">
      {pickup.name !== null && (
        <Fact name={say("pickup.name")}>
          <bdi>{softened(pickup.name)}</bdi>
        </Fact>
      )}
      {address.length > 0 && (
        <Fact name={say("pickup.address")}>
          <address className="not-italic">
            {address.map((line) => (
              <span key={line} className="block">
                <bdi>{line}</bdi>
              </span>
            ))}
          </address>
        </Fact>
      )}
      {pickup.hours.length > 0 && (
        <Fact name={say("pickup.hours")}>
          {pickup.hours.map((hours) => (
            <span key={JSON.stringify(hours)} className="block">
              {hoursLine(hours, reader)}
            </span>
          ))}
        </Fact>
      )}
    </dl>
  );
}

function addressLines({ street, postalCode, city }: PickupPlace): string[] {
  const town = [postalCode, softened(city)].filter((part) => part !== null && part !== "").join(" ");
  return [softened(street), town].filter((line) => line !== "");
}

/** "Monday to Friday, 9 am to 6 pm". */
function hoursLine({ weekdays, from, to }: Hours, { say, language }: Reader): string {
  const names = weekdays.map((weekday) => weekdayText(weekday, language));
  const [first = "", last = first] = [names[0], names.at(-1)];
  const isRow = weekdays.length > 2 && weekdays.every((day, at) => at === 0 || day === (weekdays[at - 1] ?? 0) + 1);
  const days = isRow ? say("pickup.days", { from: first, to: last }) : names.join(" · ");
  return say("pickup.open", { days, times: say("pickup.times", language.habits.hours(from, to)) });
}

/** How long it is kept, where the headline does not say it. */
function keptLine({ pickup, carrierName }: Parcel, reader: Reader): string | null {
  const { say } = reader;
  if (pickup === null || pickup.untilDay === null || pickup.daysLeft === null)
    return say("pickup.unknown", { carrier: carrierName });
  if (pickup.daysLeft === 0) return say("pickup.lastDay");
  return pickup.daysLeft < 0 ? say("pickup.over", { day: onDay(pickup.untilDay, reader) }) : null;
}
