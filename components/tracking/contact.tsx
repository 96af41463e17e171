import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import type { Reader } from "./reader.ts";

type ContactProps = {
  readonly page: TrackingPage;
  readonly brand: BrandTokens;
  readonly reader: Reader;
  /** What the letter is about; a question about the order where nothing is said. */
  readonly about?: "help" | "missing" | "wrong";
  readonly isQuiet?: boolean;
};

const BUTTON = { help: "help.button", missing: "received.missingButton", wrong: "received.wrongButton" } as const;
const SUBJECT = { help: "help.subject", missing: "received.missingSubject", wrong: "received.wrongSubject" } as const;

/** A letter to the shop with the order already named; nothing where the shop gave no address. */
export function Contact({ page, brand, reader: { say }, about = "help", isQuiet = false }: ContactProps) {
  if (brand.supportEmail === null) return null;
  const subject = encodeURIComponent(say(SUBJECT[about], { number: page.orderNumber }));
  return (
    <a className={isQuiet ? "button button-quiet" : "button"} href={`mailto:${brand.supportEmail}?subject=${subject}`}>
      {say(BUTTON[about], { shop: brand.name })}
    </a>
  );
}
