import type { Locale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { Contact } from "./contact.tsx";
import { readerOf } from "./reader.ts";

type HelpProps = { readonly page: TrackingPage; readonly brand: BrandTokens; readonly locale: Locale };

/** The way to a person, with the order already named. */
export function Help({ page, brand, locale }: HelpProps) {
  const reader = readerOf(page, locale);
  const text = reader.say(brand.supportEmail === null ? "help.noEmail" : "help.text", { shop: brand.name });
  return (
    <section className="panel">
      <h2 className="heading">{reader.say("help.heading")}</h2>
      <p className="text-muted">{text}</p>
      <Contact page={page} brand={brand} reader={reader} />
    </section>
  );
}
