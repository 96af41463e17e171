import { Field } from "#components/ui/field.tsx";
import { languages } from "#lib/brand/languages/registry.ts";
import { offeredLocales } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { Dials as DialsValue, Frequency } from "#lib/tracking/page/dials.ts";
import { FREQUENCIES, MILESTONES } from "#lib/tracking/page/dials.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import type { Reader } from "./reader.ts";

type DialsProps = {
  readonly token: string;
  readonly page: TrackingPage;
  readonly brand: BrandTokens;
  readonly reader: Reader;
  readonly dials: DialsValue;
  /** That they were asked for, or how the last saving went. */
  readonly said: DialsSaid;
};

export type DialsSaid = "open" | "saved" | "refused" | "limited";

/** The way to the settings. Few views need them, and they are a quarter of a page: a tap brings them. */
export function DialsLink({ reader: { say } }: Pick<DialsProps, "reader">) {
  return (
    <section className="panel dials">
      <h2 id="dials" className="heading">
        <a className="dials-link" href="?dials=open#dials">
          {say("dials.heading")}
        </a>
      </h2>
    </section>
  );
}

/** What to be told, how often and in which language, and the day that matters. A plain form. */
export function Dials({ token, page, brand, reader, dials, said }: DialsProps) {
  const { say } = reader;
  return (
    <section className="panel dials" aria-labelledby="dials">
      <h2 id="dials" className="heading">
        {say("dials.heading")}
      </h2>
      <form method="post" action={`/t/${token}/dials`} className="fold-body">
        {said !== "open" && (
          <p role={said === "saved" ? "status" : "alert"} className={said === "saved" ? "note" : "field-error"}>
            {say(`dials.${said}`, { shop: brand.name })}
          </p>
        )}
        <NeededField page={page} dials={dials} reader={reader} />
        <LanguageField brand={brand} reader={reader} />
        {dials.channels.map((channel) => (
          <ChannelFields key={channel.name} channel={channel} reader={reader} />
        ))}
        <button type="submit" className="button">
          {say("dials.save")}
        </button>
      </form>
    </section>
  );
}

function NeededField({ page, dials, reader: { say } }: Pick<DialsProps, "page" | "dials" | "reader">) {
  return (
    <Field
      id="needed"
      name="needed"
      label={say("dials.needed")}
      hint={say("dials.neededHint")}
      type="date"
      min={earlier(page.today, dials.neededBy)}
      defaultValue={dials.neededBy ?? ""}
    />
  );
}

/** A day that was saved and has passed may stay: the browser would keep the whole form back for it. */
function earlier(today: string, saved: string | null): string {
  return saved !== null && saved < today ? saved : today;
}

function LanguageField({ brand, reader }: Pick<DialsProps, "brand" | "reader">) {
  const offered = offeredLocales(brand);
  if (offered.length < 2) return null;
  return (
    <div className="field">
      <label className="field-label" htmlFor="language">
        {reader.say("dials.language")}
      </label>
      <select id="language" className="input" name="language" defaultValue={reader.locale}>
        {offered.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {languages[locale].name}
          </option>
        ))}
      </select>
    </div>
  );
}

function ChannelFields({
  channel,
  reader: { say },
}: {
  readonly channel: DialsValue["channels"][number];
  readonly reader: Reader;
}) {
  return (
    <fieldset className="dial-rows">
      <legend className="field-label">{say("dials.about", { channel: say(`dials.${channel.name}`) })}</legend>
      {MILESTONES.map((milestone) => {
        const id = `${channel.name}-${milestone}`;
        return (
          <div key={milestone} className="dial-row">
            <label htmlFor={id}>{say(`dials.${milestone}`)}</label>
            <select id={id} className="input" name={id} defaultValue={channel.frequencies[milestone]}>
              {FREQUENCIES.map((frequency: Frequency) => (
                <option key={frequency} value={frequency}>
                  {say(`dials.${frequency}`)}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </fieldset>
  );
}
