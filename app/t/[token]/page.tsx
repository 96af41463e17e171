import type { Metadata } from "next";
import { cache } from "react";
import { Temporal } from "temporal-polyfill";
import { Answer } from "#components/tracking/answer.tsx";
import { BrandBar } from "#components/tracking/brand-bar.tsx";
import { Contents } from "#components/tracking/contents.tsx";
import { Details } from "#components/tracking/details.tsx";
import { Foot } from "#components/tracking/foot.tsx";
import { Help } from "#components/tracking/help.tsx";
import { Progress } from "#components/tracking/progress.tsx";
import { Document } from "#components/ui/document.tsx";
import { brandCss } from "#lib/brand/css.ts";
import { speak } from "#lib/brand/words/speak.ts";
import { context } from "#lib/server/context.ts";
import { orNotFound } from "#lib/server/http-error.ts";
import { requestNonce } from "#lib/server/nonce.ts";
import { openTrackingPage } from "#lib/use-cases/tracking/open-tracking-page.ts";

type RouteProps = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ lang?: string | string[] }>;
};

/** Once per request, for the title and the page alike. */
const open = cache((token: string, language: string | null) =>
  orNotFound(openTrackingPage({ db: context().db, now: Temporal.Now.instant() }, { token, language })),
);

async function load({ params, searchParams }: RouteProps) {
  const [{ token }, { lang }] = await Promise.all([params, searchParams]);
  return open(token, typeof lang === "string" ? lang : null);
}

export async function generateMetadata(props: RouteProps): Promise<Metadata> {
  const { brand, locale, page } = await load(props);
  return { title: speak(locale)("title", { number: page.orderNumber, shop: brand.name }) };
}

/** The shopper's page of one order. */
export default async function TrackingRoute(props: RouteProps) {
  const { slug, brand, locale, page } = await load(props);
  return (
    <Document locale={locale} css={brandCss(brand)} nonce={await requestNonce()}>
      <BrandBar brand={brand} slug={slug} locale={locale} />
      <main className="page">
        <div className="page-main">
          <Answer page={page} brand={brand} locale={locale} />
          <Progress page={page} locale={locale} />
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
