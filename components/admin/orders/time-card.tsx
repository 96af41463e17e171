import { answerText } from "#components/tracking/answer-words.ts";
import { placeText } from "#lib/brand/languages/place.ts";
import type { OrderMoment } from "#lib/promise/page/order-moments.ts";
import type { Clock } from "#lib/promise/page/record-then.ts";
import type { Parcel } from "#lib/tracking/page/tracking-page.ts";
import { daysText, momentText, type OrderReader } from "./desk-order-view.ts";
import { type MomentText, TimeMachine } from "./time-machine.tsx";

type TimeCardProps = {
  readonly about: OrderReader;
  readonly moments: readonly OrderMoment[];
  readonly clock: Clock;
  readonly path: string;
};

/** How the order stood at each moment before, and what its page said. */
export function TimeCard({ about, moments, clock, path }: TimeCardProps) {
  const { say } = about;
  return (
    <section className="card" aria-labelledby="time">
      <h2 id="time" className="card-heading">
        {say("orders.time.title")}
      </h2>
      <p className="text-muted">{say("orders.time.lead")}</p>
      <p className="time-clocks">
        {(["heard", "happened"] as const).map((each) => (
          <a
            key={each}
            className="time-clock"
            href={`${path}?by=${each}#time`}
            aria-current={each === clock ? "true" : undefined}
          >
            {say(`orders.time.by.${each}`)}
          </a>
        ))}
      </p>
      <TimeMachine
        moments={moments.map((moment) => momentTexts(moment, about))}
        words={{
          slider: say("orders.time.slider"),
          earlier: say("orders.time.earlier"),
          later: say("orders.time.later"),
          all: say("orders.time.all"),
          page: say(`orders.time.page.${clock}`),
          noParcel: say("orders.time.noParcel"),
        }}
      />
      <p className="ledger-when">{say(`orders.time.limits.${clock}`)}</p>
    </section>
  );
}

function momentTexts({ at, happened, page }: OrderMoment, about: OrderReader): MomentText {
  const { say, reader } = about;
  const then = { ...reader, today: page.today };
  const carrier = page.parcels.find(({ number }) => number === page.answerParcel)?.carrierName ?? "";
  return {
    at,
    when: momentText(at, about),
    happened: happened
      .map((each) =>
        each.kind === "said" ? say("orders.time.event.said", each) : say(`orders.time.event.${each.kind}`),
      )
      .join(", "),
    says: answerText(page.answer, then, carrier),
    promised:
      page.promise === null
        ? say("orders.time.noPromise")
        : say("orders.time.promised", { window: daysText(page.promise, about) }),
    parcels: page.parcels.map((parcel) => ({ key: parcel.number, text: parcelText(parcel, about) })),
  };
}

function parcelText({ carrierName, status, place }: Parcel, { say, reader }: OrderReader): string {
  const town = place === null ? "" : placeText(place, reader.language, reader.home);
  return [carrierName, say(`orders.status.${status}`), ...(town === "" ? [] : [town])].join(" · ");
}
