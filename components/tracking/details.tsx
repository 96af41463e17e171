import type { Locale } from "#lib/brand/locale.ts";
import { dayText } from "#lib/brand/words/dates.ts";
import { destinationText } from "#lib/brand/words/destination.ts";
import { speak } from "#lib/brand/words/speak.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";

/** The order's number and day, and where it goes as far as anyone with the link may know. */
export function Details({ page, locale }: { readonly page: TrackingPage; readonly locale: Locale }) {
  const say = speak(locale);
  const goesTo = destinationText(page.shipTo, locale);
  return (
    <section className="panel">
      <h2 className="heading">{say("details.heading")}</h2>
      <dl className="facts">
        <Fact name={say("details.number")}>{page.orderNumber}</Fact>
        <Fact name={say("details.ordered")}>{dayText(page.placedOn, locale, { today: page.today })}</Fact>
        {goesTo !== "" && <Fact name={say("details.goesTo")}>{goesTo}</Fact>}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div className="fact">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
