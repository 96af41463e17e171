import type { ReactNode } from "react";
import type { Voice } from "#lib/brand/languages/voice.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { advertisesNothing } from "#lib/promise/page/advertises-nothing.ts";
import type { PageNotice } from "#lib/promise/page/page-notice.ts";
import { leadNotice } from "#lib/promise/page/page-notices.ts";
import type { Dials as DialsValue } from "#lib/tracking/page/dials.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { Answer } from "./answer.tsx";
import { BrandBar } from "./brand-bar.tsx";
import type { RemedySaid } from "./chosen-remedy.tsx";
import { Contents } from "./contents.tsx";
import { Details } from "./details.tsx";
import { Dials, DialsLink, type DialsSaid } from "./dials.tsx";
import { Foot } from "./foot.tsx";
import { type AddressTry, FullAddress, type WholeAddress } from "./full-address.tsx";
import { Guides } from "./guides.tsx";
import { Help } from "./help.tsx";
import { Hero } from "./hero.tsx";
import { Journey } from "./journey.tsx";
import { Parcels } from "./parcels.tsx";
import { PickupCard } from "./pickup-card.tsx";
import { Progress } from "./progress.tsx";
import { readerOf } from "./reader.ts";
import { Received, type ReceivedSaid } from "./received.tsx";

type OrderPageProps = {
  readonly page: TrackingPage;
  readonly notices: readonly PageNotice[];
  /** Of which parcels, by number, the shopper said that they are not there, or not right. */
  readonly told?: ReadonlyMap<number, ReceivedSaid>;
  readonly brand: BrandTokens;
  readonly slug: string;
  readonly voice: Voice;
  readonly token: string;
  /** Another one for each view. */
  readonly formKey: string;
  readonly dials: DialsValue | null;
  readonly whole: WholeAddress | null;
  /** Which settings were asked for, and how the forms of this page were taken last. */
  readonly said: {
    readonly dials: DialsSaid | null;
    readonly address: AddressTry | null;
    readonly remedy: RemedySaid | null;
    readonly received?: ReceivedSaid | null;
  };
  /** When we last looked, kept true while the page is open. */
  readonly fresh: ReactNode;
  /** What goes with the order; nothing where the gate says so, and never beside an apology or other trouble. */
  readonly offers: ReactNode;
};

/** The whole page of one order: on phones one column, what matters most first. */
export function OrderPage({
  page,
  notices,
  told,
  brand,
  slug,
  voice,
  token,
  formKey,
  dials,
  whole,
  said,
  fresh,
  offers,
}: OrderPageProps) {
  const reader = readerOf(page, voice);
  const about = leadNotice(page, notices);
  const hasOffers = !advertisesNothing(page, notices);
  return (
    <>
      <BrandBar brand={brand} slug={slug} voice={voice} />
      <main className="page">
        <div className="page-main">
          <Answer
            page={page}
            brand={brand}
            reader={reader}
            token={token}
            formKey={formKey}
            about={about}
            said={said.remedy}
          >
            {fresh}
          </Answer>
          <Progress page={page} reader={reader} />
          <PickupCard page={page} reader={reader} />
          <Received
            token={token}
            page={page}
            brand={brand}
            reader={reader}
            said={said.received ?? null}
            told={told ?? new Map()}
          />
          <Parcels
            page={page}
            notices={notices.filter((each) => each !== about)}
            reader={reader}
            token={token}
            formKey={formKey}
            shop={brand.name}
          />
          <Journey page={page} reader={reader} />
        </div>
        <div className="page-side">
          <Contents page={page} reader={reader} />
          <Guides page={page} reader={reader} />
          {hasOffers && offers}
          <Help page={page} brand={brand} reader={reader} />
          <Details page={page} reader={reader}>
            <FullAddress token={token} reader={reader} shipTo={page.shipTo} whole={whole} lastTry={said.address} />
          </Details>
          {dials !== null && said.dials === null && <DialsLink reader={reader} />}
          {dials !== null && said.dials !== null && (
            <Dials token={token} page={page} brand={brand} reader={reader} dials={dials} said={said.dials} />
          )}
          <Hero brand={brand} slug={slug} voice={voice} isHidden={!hasOffers} />
        </div>
      </main>
      <Foot brand={brand} voice={voice} findPath={`/find/${slug}`} />
    </>
  );
}
