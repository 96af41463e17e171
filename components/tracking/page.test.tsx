import { renderToStaticMarkup } from "react-dom/server";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { locales } from "#lib/brand/locale.ts";
import { demoBrands } from "#lib/demo/brands.ts";
import type { OrderRecord, ParcelRecord } from "#lib/tracking/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/tracking-page-of.ts";
import { Answer } from "./answer.tsx";
import { BrandBar } from "./brand-bar.tsx";
import { Contents } from "./contents.tsx";
import { Details } from "./details.tsx";
import { Foot } from "./foot.tsx";
import { Help } from "./help.tsx";
import { Progress } from "./progress.tsx";

const brand = demoBrands["alishan-tea"];
const lines = Array.from({ length: 9 }, (_, index) => ({
  position: index + 1,
  title: `Thing <${index + 1}>`,
  quantity: 1,
  requiresShipping: true,
  picturePath: index === 0 ? "/media/shop/1" : null,
  pageUrl: index === 0 ? "https://shop.example/1" : null,
}));
const parcel = (positions: number[], shippedAt: string | null): ParcelRecord => ({
  carrier: "dhl",
  shippedAt,
  items: positions.map((position) => ({ position, quantity: null })),
});
const order: OrderRecord = {
  number: "#1001",
  placedAt: "2026-11-02T10:00:00Z",
  cancelledAt: null,
  shipName: "Ana",
  shipCity: "Leeds",
  shipCountry: "GB",
  lines,
  parcels: [],
  promises: [{ fromDay: "2026-11-05", toDay: "2026-11-06" }],
};
const all = lines.map((line) => line.position);
const states: Record<string, Partial<OrderRecord>> = {
  "not handed over": {},
  "no promise": { promises: [] },
  "one parcel": { parcels: [parcel(all, "2026-11-03T10:00:00Z")] },
  "one parcel, no day": { parcels: [parcel(all, null)], promises: [] },
  "two parcels": { parcels: [parcel([1, 2], "2026-11-03T10:00:00Z"), parcel(all.slice(2), null)] },
  "sent in part": { parcels: [parcel([1], "2026-11-03T10:00:00Z")] },
  cancelled: { cancelledAt: "2026-11-03T10:00:00Z" },
  moved: { promises: [{ fromDay: "2026-11-04", toDay: "2026-11-04" }, ...order.promises] },
};
const days = ["2026-11-03", "2026-11-05", "2026-11-06", "2026-12-24"];

function pageText(change: Partial<OrderRecord>, day: string, locale: (typeof locales)[number]): string {
  const page = trackingPageOf(
    { ...order, ...change },
    { now: Temporal.Instant.from(`${day}T12:00:00Z`), zone: "Europe/London" },
  );
  return renderToStaticMarkup(
    <>
      <BrandBar brand={brand} slug="shop" locale={locale} />
      <Answer page={page} brand={brand} locale={locale} />
      <Progress page={page} locale={locale} />
      <Contents page={page} locale={locale} />
      <Details page={page} locale={locale} />
      <Help page={page} brand={brand} locale={locale} />
      <Foot brand={brand} locale={locale} />
    </>,
  );
}

const cases = Object.entries(states).flatMap(([name, change]) =>
  locales.flatMap((locale) => days.map((day) => ({ name, change, locale, day }))),
);

test.each(cases)(
  "$name on $day in $locale: a whole sentence with a date, no missing word, no inline style",
  ({ change, day, locale }) => {
    const html = pageText(change, day, locale);
    const sentence = /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1]?.replaceAll(/<[^>]+>/g, "") ?? "";
    expect(sentence.length).toBeGreaterThan(6);
    expect(html).not.toMatch(
      / style=|undefined|null|NaN|\{\w+\}|(answer|quiet|progress|items|details|help|foot|bar)\.\w+/,
    );
    expect(html).not.toContain("Thing <1>");
  },
);

test("the promised date never goes blank, also long after it passed", () => {
  for (const change of [{}, { parcels: [parcel(all, null)] }]) {
    expect(pageText(change, "2026-12-24", "en").replaceAll("\u00a0", " ")).toContain("Friday 6 November");
  }
});

test("a shop without links and without a second language has no empty list in its foot", () => {
  const foot = renderToStaticMarkup(
    <Foot brand={{ ...brand, footerLinks: [], secondLocale: null }} locale={brand.locale} />,
  );
  expect(foot).not.toContain("<ul");
});

test("nothing on the page is asked of a third party", () => {
  for (const { change, day, locale } of cases)
    expect(pageText(change, day, locale)).not.toMatch(/(src|srcset)="(?!\/media\/)/);
});
