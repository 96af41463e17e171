import { freshnessLines } from "#components/tracking/freshness-lines.ts";
import { Offers } from "#components/tracking/offers.tsx";
import { OrderPage } from "#components/tracking/order-page.tsx";
import { readerOf } from "#components/tracking/reader.ts";
import { shownStyle } from "#lib/brand/draft/shown-style.ts";
import type { Voice } from "#lib/brand/languages/voice.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { PageNotice } from "#lib/promise/page/page-notice.ts";
import type { OfferRow } from "#lib/recommend/page/offer-row.ts";
import { type Dials, USUAL_FREQUENCIES } from "#lib/tracking/page/dials.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { PreviewLink } from "./preview-link.tsx";
import { PreviewStyle } from "./preview-style.tsx";

type PreviewProps = {
  readonly brand: BrandTokens;
  readonly revision: number | null;
  readonly slug: string;
  readonly voice: Voice;
  readonly said: ReadonlySet<string>;
  readonly page: TrackingPage;
  readonly notices: readonly PageNotice[];
  readonly row: OfferRow | null;
  readonly nonce: string;
};

const DIALS: Dials = {
  language: null,
  neededBy: null,
  channels: [{ name: "email", frequencies: USUAL_FREQUENCIES }],
};

/** The shopper's page of an order that nobody placed, by the components of the real one; it looks for no news of it. */
export function PreviewDocument({ brand, revision, slug, voice, said, page, notices, row, nonce }: PreviewProps) {
  const lines = freshnessLines(page.freshness, page.at, readerOf(page, voice));
  return (
    <html lang={voice.language.tag} dir={voice.language.direction}>
      <head>
        <title>{voice.say("title", { number: page.orderNumber, shop: brand.name })}</title>
        <meta name="robots" content="noindex, nofollow" />
        <base target="_blank" />
        <PreviewStyle nonce={nonce} style={shownStyle(brand, voice.locale)} revision={revision} />
      </head>
      <body>
        <OrderPage
          page={page}
          notices={notices}
          brand={brand}
          slug={slug}
          voice={voice}
          token="preview"
          formKey="preview"
          dials={DIALS}
          whole={null}
          said={{ dials: null, address: null, remedy: null }}
          fresh={lines.length === 0 ? null : <Fresh lines={lines} />}
          offers={row === null ? null : <Offers row={row} voice={voice} shop={brand.name} token={null} />}
        />
        <SaidLast said={said} />
      </body>
    </html>
  );
}

function Fresh({ lines }: { readonly lines: ReturnType<typeof freshnessLines> }) {
  return (
    <p className="answer-quiet answer-fresh">
      {lines.map((line) => (
        <span key={line.carrier}>{line.text} </span>
      ))}
    </p>
  );
}

/** What the page has said is known once all of it is drawn: this waits for the rest. */
async function SaidLast({ said }: Pick<PreviewProps, "said">) {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return <PreviewLink said={[...said]} />;
}
