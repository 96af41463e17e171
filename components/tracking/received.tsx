import type { ReactNode } from "react";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { isTrouble } from "#lib/tracking/page/answer-rank.ts";
import type { Parcel, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { Contact } from "./contact.tsx";
import { onDay, type Reader } from "./reader.ts";

type ReceivedProps = { readonly page: TrackingPage; readonly brand: BrandTokens; readonly reader: Reader };

/** After it came: what to do when it is not there after all, or not right. Folds without JavaScript. */
export function Received({ page, brand, reader }: ReceivedProps) {
  const parcel = lastArrived(page);
  if (parcel === null || isTrouble(page.answer)) return null;
  const { say } = reader;
  return (
    <section className="received" aria-labelledby="received">
      <h2 id="received" className="heading">
        {say("received.heading")}
      </h2>
      <Fold name={say("received.missing")}>
        <ul className="tips">
          {missingTips(parcel, { brand, reader }).map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
        <Contact page={page} brand={brand} reader={reader} about="missing" />
      </Fold>
      <Fold name={say("received.wrong")}>
        <p>{say("received.wrongText")}</p>
        <Contact page={page} brand={brand} reader={reader} about="wrong" />
      </Fold>
    </section>
  );
}

/** The parcel of the answer where it has come, else the one that came last. */
function lastArrived({ parcels, answerParcel }: TrackingPage): Parcel | null {
  const arrived = parcels.filter(({ status }) => status === "delivered");
  const dayOf = (parcel: Parcel) => parcel.delivery?.at?.day ?? "";
  const [last] = arrived.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
  return arrived.find(({ number }) => number === answerParcel) ?? last ?? null;
}

function Fold({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <details className="fold">
      <summary>{name}</summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}

/** A courier who notes a delivery early makes it within the day, so that is only said on the day itself. */
function missingTips(parcel: Parcel, { brand, reader }: Pick<ReceivedProps, "brand" | "reader">): string[] {
  const { say } = reader;
  const isToday = parcel.delivery?.at?.day === parcel.today;
  return [
    say("received.missingLook"),
    say("received.missingAsk"),
    ...(isToday ? [say("received.missingEarly", { day: onDay(parcel.today, reader) })] : []),
    say("received.missingWrite", { shop: brand.name, carrier: parcel.carrierName }),
  ];
}
