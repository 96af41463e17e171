import type { ReactNode } from "react";
import { Fact } from "#components/ui/fact.tsx";
import { destinationText } from "#lib/brand/languages/destination.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { onDay, type Reader } from "./reader.ts";

type DetailsProps = {
  readonly page: TrackingPage;
  readonly reader: Reader;
  /** The way to the whole address. */
  readonly children?: ReactNode;
};

/** The order's number and day, and where it goes as far as anyone with the link may know. */
export function Details({ page, reader, children }: DetailsProps) {
  const { say, language } = reader;
  const goesTo = destinationText(page.shipTo, language);
  return (
    <section className="panel" aria-labelledby="details">
      <h2 id="details" className="heading">
        {say("details.heading")}
      </h2>
      <dl className="facts">
        <Fact name={say("details.number")}>
          <bdi dir="ltr">{page.orderNumber}</bdi>
        </Fact>
        <Fact name={say("details.ordered")}>{onDay(page.placedOn, reader)}</Fact>
        {goesTo !== "" && <Fact name={say("details.goesTo")}>{goesTo}</Fact>}
      </dl>
      {children}
    </section>
  );
}
