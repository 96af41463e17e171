import type { ReactNode } from "react";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { isTrouble } from "#lib/tracking/page/answer-rank.ts";
import type { Parcel, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { Contact } from "./contact.tsx";
import { onDay, type Reader } from "./reader.ts";

/** What a shopper told the shop of what has come. */
export type ReceivedSaid = "missing" | "wrong";

type ReceivedProps = {
  readonly token: string;
  readonly page: TrackingPage;
  readonly brand: BrandTokens;
  readonly reader: Reader;
  /** What was told by the last form. */
  readonly said: ReceivedSaid | null;
  /** What was told before and is not settled yet, by parcel. */
  readonly told: ReadonlyMap<number, ReceivedSaid>;
};

/** After it came: what to do when it is not there after all, or not right. Folds without JavaScript. */
export function Received({ token, page, brand, reader, said, told }: ReceivedProps) {
  const parcel = lastArrived(page);
  if (parcel === null || isTrouble(page.answer)) return null;
  const { say } = reader;
  const shop = brand.name;
  const tell = { token, parcel: parcel.number, locale: reader.locale };
  return (
    <section className="received" aria-labelledby="received">
      <h2 id="received" className="heading">
        {say("received.heading")}
      </h2>
      {(said !== null || told.has(parcel.number)) && (
        <p role="status" className="note">
          {say("remedy.accepted", { shop })}
        </p>
      )}
      <Fold name={say("received.missing")}>
        <ul className="tips">
          {missingTips(parcel, { brand, reader }).map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
        <Tell {...tell} about="missing" button={say("received.missingButton", { shop })} />
      </Fold>
      <Fold name={say("received.wrong")}>
        <p>{say("received.wrongText")}</p>
        <Tell {...tell} about="wrong" button={say("received.wrongButton", { shop })}>
          <div className="field">
            <label className="field-label" htmlFor="received-words">
              {say("remedy.words")}
            </label>
            <textarea id="received-words" className="input" name="words" rows={3} maxLength={500} />
          </div>
        </Tell>
        <Contact page={page} brand={brand} reader={reader} isQuiet />
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

type TellProps = {
  readonly token: string;
  readonly parcel: number;
  readonly locale: string;
  readonly about: ReceivedSaid;
  readonly button: string;
  readonly children?: ReactNode;
};

/** Tells the shop's desk: a person has it in front of them at once, whether the shop has a mailbox or not. */
function Tell({ token, parcel, locale, about, button, children }: TellProps) {
  return (
    <form className="received-tell" method="post" action={`/t/${token}/received`}>
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="parcel" value={parcel} />
      <input type="hidden" name="lang" value={locale} />
      {children}
      <button type="submit" className="button">
        {button}
      </button>
    </form>
  );
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
