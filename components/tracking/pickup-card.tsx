import type { ReactNode } from "react";
import { weekdayText } from "#lib/brand/languages/dates.ts";
import { softened } from "#lib/brand/languages/place.ts";
import type { Parcel, PickupPlace, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { onDay, type Reader } from "./reader.ts";

type Hours = PickupPlace["hours"][number];

/** Where a parcel waits: the address, the hours and until when, as far as the carrier told them. */
export function PickupCard({ page, reader }: { readonly page: TrackingPage; readonly reader: Reader }) {
  const parcel = page.parcels.find(({ number, status }) => number === page.answerParcel && isWaiting(status));
  if (parcel === undefined) return null;
  const { say } = reader;
  const kept = keptLine(parcel, reader);
  return (
    <section className="pickup" aria-labelledby="pickup">
      <h2 id="pickup" className="heading">
        {say("pickup.heading")}
      </h2>
      {parcel.pickup !== null && <Where pickup={parcel.pickup} reader={reader} />}
      {kept !== null && <p className="text-muted">{kept}</p>}
    </section>
  );
}

function isWaiting(status: Parcel["status"]): boolean {
  return status === "available_for_pickup";
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

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function addressLines({ street, postalCode, city }: PickupPlace): string[] {
  const town = [postalCode, softened(city)].filter((part) => part !== null && part !== "").join(" ");
  return [softened(street), town].filter((line) => line !== "");
}

/** "Monday to Friday, 09:00 to 18:00". */
function hoursLine({ weekdays, from, to }: Hours, { say, language }: Reader): string {
  const names = weekdays.map((weekday) => weekdayText(weekday, language));
  const [first = "", last = first] = [names[0], names.at(-1)];
  const isRow = weekdays.length > 2 && weekdays.every((day, at) => at === 0 || day === (weekdays[at - 1] ?? 0) + 1);
  const days = isRow ? say("pickup.days", { from: first, to: last }) : names.join(" · ");
  return say("pickup.open", { days, times: say("pickup.times", { from, to }) });
}

/** How long it is kept, where the headline does not say it. */
function keptLine({ pickup, carrierName }: Parcel, reader: Reader): string | null {
  const { say } = reader;
  if (pickup === null || pickup.untilDay === null || pickup.daysLeft === null)
    return say("pickup.unknown", { carrier: carrierName });
  if (pickup.daysLeft === 0) return say("pickup.lastDay");
  return pickup.daysLeft < 0 ? say("pickup.over", { day: onDay(pickup.untilDay, reader) }) : null;
}
