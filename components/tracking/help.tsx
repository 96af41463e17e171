import type { BrandTokens } from "#lib/brand/tokens.ts";
import { type Question, questionsOf } from "#lib/tracking/page/questions-of.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { Contact } from "./contact.tsx";
import type { Reader } from "./reader.ts";

type HelpProps = { readonly page: TrackingPage; readonly brand: BrandTokens; readonly reader: Reader };

/** What people ask in this state, answered from the order; then the way to a person, with the order already named. */
export function Help({ page, brand, reader }: HelpProps) {
  const { say } = reader;
  const text = say(brand.supportEmail === null ? "help.noEmail" : "help.text", { shop: brand.name });
  return (
    <section className="panel" aria-labelledby="help">
      <h2 id="help" className="heading">
        {say("help.heading")}
      </h2>
      <div className="folds">
        {questionsOf(page).map((question) => (
          <details key={question} className="fold">
            <summary>{say(`ask.${question}.q`)}</summary>
            <div className="fold-body">
              <p>{answerTo(question, { page, brand, reader })}</p>
            </div>
          </details>
        ))}
      </div>
      <p className="text-muted">{text}</p>
      <Contact page={page} brand={brand} reader={reader} isQuiet />
    </section>
  );
}

function answerTo(question: Question, { page, brand, reader: { say } }: HelpProps): string {
  const parcel = page.parcels.find(({ number }) => number === page.answerParcel);
  const carrier = parcel?.carrierName ?? "";
  const reason = parcel === undefined || parcel.reason === null ? "" : say(`reason.${parcel.reason}`, { carrier });
  return say(`ask.${question}.a`, { carrier, shop: brand.name, reason });
}
