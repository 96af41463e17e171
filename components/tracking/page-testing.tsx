import { renderToStaticMarkup } from "react-dom/server";
import { Temporal } from "temporal-polyfill";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import type { Locale } from "#lib/brand/locale.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import { NOW } from "#lib/tracking/page/page-testing.ts";
import type { OrderRecord, TrackingPage } from "#lib/tracking/page/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/page/tracking-page-of.ts";
import { Answer } from "./answer.tsx";
import { BrandBar } from "./brand-bar.tsx";
import { Contents } from "./contents.tsx";
import { Details } from "./details.tsx";
import { Foot } from "./foot.tsx";
import { Freshness } from "./freshness.tsx";
import { Help } from "./help.tsx";
import { Journey } from "./journey.tsx";
import { Parcels } from "./parcels.tsx";
import { Progress } from "./progress.tsx";

const shop: BrandTokens = {
  ...fallbackBrand,
  name: "Shop",
  secondLocale: "zh-Hant-TW",
  supportEmail: "care@shop.example",
};

/** The page of an order at noon of a day, or at `NOW`. */
export function pageAt(order: OrderRecord, day: string | null = null): TrackingPage {
  const now = day === null ? NOW : Temporal.Instant.from(`${day}T12:00:00Z`);
  return trackingPageOf(order, { now, zone: "Europe/London" });
}

/** The whole page as the server sends it. */
export function pageHtml(page: TrackingPage, locale: Locale = "en", brand: BrandTokens = shop): string {
  const look = () => Promise.reject(new Error("Nobody looks while the server renders."));
  return renderToStaticMarkup(
    <>
      <BrandBar brand={brand} slug="shop" locale={locale} />
      <Answer page={page} brand={brand} locale={locale}>
        <Freshness page={page} locale={locale} token="x" language={null} look={look} />
      </Answer>
      <Progress page={page} locale={locale} />
      <Parcels page={page} locale={locale} />
      <Journey page={page} locale={locale} />
      <Contents page={page} locale={locale} />
      <Details page={page} locale={locale} />
      <Help page={page} brand={brand} locale={locale} />
      <Foot brand={brand} locale={locale} />
    </>,
  );
}

/** What can be read, spaces as people see them. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll(/[\s\u00a0]+/g, " ");
}

/** The headline alone. */
export function headlineOf(html: string): string {
  return textOf(/<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1] ?? "")
    .replaceAll(/ (?=[,.])/g, "")
    .trim();
}
