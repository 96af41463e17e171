import type { Locale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { speak } from "#lib/brand/words/speak.ts";
import type { TrackingPage } from "#lib/tracking/tracking-page.ts";

type HelpProps = { readonly page: TrackingPage; readonly brand: BrandTokens; readonly locale: Locale };

/** The way to a person, with the order already named. */
export function Help({ page, brand, locale }: HelpProps) {
  const say = speak(locale);
  const shop = brand.name;
  const subject = encodeURIComponent(say("help.subject", { number: page.orderNumber }));
  return (
    <section className="panel">
      <h2 className="heading">{say("help.heading")}</h2>
      <p className="text-muted">{say(brand.supportEmail === null ? "help.noEmail" : "help.text", { shop })}</p>
      {brand.supportEmail !== null && (
        <a className="button" href={`mailto:${brand.supportEmail}?subject=${subject}`}>
          {say("help.button", { shop })}
        </a>
      )}
    </section>
  );
}
