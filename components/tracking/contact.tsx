import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import type { Reader } from "./reader.ts";

type ContactProps = {
  readonly page: TrackingPage;
  readonly brand: BrandTokens;
  readonly reader: Reader;
  readonly isQuiet?: boolean;
};

/** A letter to the shop with the order already named; nothing where the shop gave no address. */
export function Contact({ page, brand, reader: { say }, isQuiet = false }: ContactProps) {
  if (brand.supportEmail === null) return null;
  const subject = encodeURIComponent(say("help.subject", { number: page.orderNumber }));
  return (
    <a className={isQuiet ? "button button-quiet" : "button"} href={`mailto:${brand.supportEmail}?subject=${subject}`}>
      {say("help.button", { shop: brand.name })}
    </a>
  );
}
