import type { Metadata } from "next";
import { after } from "next/server";
import { cache } from "react";
import { Temporal } from "temporal-polyfill";
import { Answer } from "#components/tracking/answer.tsx";
import { BrandBar } from "#components/tracking/brand-bar.tsx";
import { Contents } from "#components/tracking/contents.tsx";
import { Details } from "#components/tracking/details.tsx";
import { Foot } from "#components/tracking/foot.tsx";
import { Freshness } from "#components/tracking/freshness.tsx";
import { Help } from "#components/tracking/help.tsx";
import { Journey } from "#components/tracking/journey.tsx";
import { Parcels } from "#components/tracking/parcels.tsx";
import { Progress } from "#components/tracking/progress.tsx";
import { Document } from "#components/ui/document.tsx";
import { brandCss } from "#lib/brand/css.ts";
import { speak } from "#lib/brand/words/speak.ts";
import { context, trackingDeps } from "#lib/server/context.ts";
import { orNotFound } from "#lib/server/http-error.ts";
import { logOutOfReach } from "#lib/server/log-out-of-reach.ts";
import { requestNonce } from "#lib/server/nonce.ts";
import type { TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { openTrackingPage } from "#lib/use-cases/tracking/open-tracking-page.ts";
import { refreshOrder } from "#lib/use-cases/tracking/refresh-order.ts";
import { lookAgain } from "./actions.ts";

type RouteProps = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ lang?: string | string[] }>;
};

/** Once per request, for the title and the page alike. */
const open = cache((token: string, language: string | null) => {
  const { db, sandbox } = context();
  return orNotFound(
    openTrackingPage({ db, now: Temporal.Now.instant(), sandboxPace: sandbox.pace }, { token, language }),
  );
});

async function asked({ params, searchParams }: RouteProps) {
  const [{ token }, { lang }] = await Promise.all([params, searchParams]);
  return { token, language: typeof lang === "string" ? lang : null };
}

export async function generateMetadata(props: RouteProps): Promise<Metadata> {
  const { token, language } = await asked(props);
  const { brand, locale, page } = await open(token, language);
  return { title: speak(locale)("title", { number: page.orderNumber, shop: brand.name }) };
}

/** The shopper's page of one order. */
export default async function TrackingRoute(props: RouteProps) {
  const { token, language } = await asked(props);
  const { slug, brand, locale, page } = await open(token, language);
  if (mayHaveNews(page)) lookBehind(token);
  return (
    <Document locale={locale} css={brandCss(brand)} nonce={await requestNonce()}>
      <BrandBar brand={brand} slug={slug} locale={locale} />
      <main className="page">
        <div className="page-main">
          <Answer page={page} brand={brand} locale={locale}>
            <Freshness page={page} locale={locale} token={token} language={language} look={lookAgain} />
          </Answer>
          <Progress page={page} locale={locale} />
          <Parcels page={page} locale={locale} />
          <Journey page={page} locale={locale} />
        </div>
        <div className="page-side">
          <Contents page={page} locale={locale} />
          <Details page={page} locale={locale} />
          <Help page={page} brand={brand} locale={locale} />
        </div>
      </main>
      <Foot brand={brand} locale={locale} />
    </Document>
  );
}

/** Also what nobody has heard of for so long that an open page asks no more: a view may bring it back. */
function mayHaveNews({ nextLookMs, parcels }: TrackingPage): boolean {
  return nextLookMs !== null || parcels.some(({ status }) => status === "pending" || status === "expired");
}

/** Once the page is on its way, the carriers are asked: without JavaScript, a reload shows what they said. */
function lookBehind(token: string): void {
  after(() =>
    refreshOrder(trackingDeps(), { token }).catch((error: unknown) => logOutOfReach(error, "a parcel's news")),
  );
}
