import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { en } from "#lib/brand/languages/en.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { locales } from "#lib/brand/locale.ts";
import { demoBrands } from "#lib/demo/brands.ts";
import { at, lineOf, orderOf, parcelOf, scan } from "#lib/tracking/page/page-testing.ts";
import type { OrderRecord } from "#lib/tracking/page/tracking-page.ts";
import { REASONS } from "#lib/tracking/reason.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { Foot } from "./foot.tsx";
import { headlineOf, pageAt, pageHtml, textOf } from "./page-testing.tsx";

/** What stands on a page where a sentence is missing: its name. */
const NAMES = new RegExp(`\\b(${Object.keys(en.words).join("|")})\\.[a-z]\\w+\\b(?!@)`);
const brand = demoBrands["alishan-tea"];
const lines = Array.from({ length: 9 }, (_, index) => ({
  ...lineOf(index + 1),
  title: `Thing <${index + 1}>`,
  picturePath: index === 0 ? "/media/shop/1" : null,
  pageUrl: index === 0 ? "https://shop.example/1" : null,
}));
const all = lines.map((line) => line.position);
const parcel = (positions: number[], shippedAt: string | null) =>
  parcelOf([], { carrier: "dhl", shippedAt, items: positions.map((position) => ({ position, quantity: null })) });
const order = orderOf({ lines });
const orders: Record<string, Partial<OrderRecord>> = {
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

const silences = Object.entries(orders).flatMap(([name, change]) =>
  days.map((day) => ({ name: `${name} on ${day}`, page: pageAt({ ...order, ...change }, day) })),
);
const explained = new Set<string>(["in_transit", "customs", "exception", "returning"]);
const told = STATUSES.flatMap((status) =>
  [null, ...(explained.has(status) ? REASONS : [])].map((reason) => {
    const one = scan(status, "2026-11-05T08:00:00", { ...at("LEEDS"), reason, description: "Scan <1>" });
    const only = { ...parcel(all, null), observations: [one] };
    return { name: `${status}, ${reason}`, page: pageAt(orderOf({ lines, parcels: [only] })) };
  }),
);
const mixed = STATUSES.map((status) => {
  const one = scan(status, "2026-11-05", { estimate: { from: "2026-11-05T14:00:00", to: "2026-11-05T18:00:00" } });
  const parcels = [parcel([1], null), { ...parcel(all.slice(1, 8), null), observations: [one] }];
  return { name: `${status} beside another`, page: pageAt(orderOf({ lines, parcels, promises: [] })) };
});
const past = [{ fromDay: "2026-11-02", toDay: "2026-11-03" }];
const parts = STATUSES.flatMap((status) =>
  [order.promises, past, []].map((promises) => {
    const some = { ...parcel([1], null), observations: [scan(status, "2026-11-04T08:00:00", at("LEEDS"))] };
    return { name: `a part ${status}, ${promises[0]?.toDay}`, page: pageAt({ ...order, promises, parcels: [some] }) };
  }),
);
const pages = [...silences, ...told, ...mixed, ...parts].flatMap(({ name, page }) =>
  locales.map((locale) => ({ name: `${name} in ${locale}`, html: pageHtml(page, voiceOf(locale)) })),
);

test("whatever is known: a whole sentence, no missing word, no inline style, nothing of a third party", () => {
  for (const { name, html } of pages) {
    expect(headlineOf(html).length, name).toBeGreaterThan(5);
    expect(html, name).not.toMatch(/ style=|undefined|null|NaN|function|\{\w+\}/);
    expect(html, name).not.toMatch(NAMES);
    expect(html, name).not.toMatch(/Thing <1>|Scan <1>|(src|srcset)="(?!\/media\/)/);
  }
});

test("trouble is told calmly: nothing shouts, nothing is oops", () => {
  for (const { name, html } of pages) expect(textOf(html), name).not.toMatch(/[!！]|oops|unfortunately|遺憾/i);
});

test("the promised date never goes blank, also long after it passed", () => {
  for (const change of [{}, { parcels: [parcel(all, null)] }]) {
    expect(textOf(pageHtml(pageAt({ ...order, ...change }, "2026-12-24")))).toContain("Friday 6 November");
  }
});

test("on its way or held up, a page names the promised day or the carrier's", () => {
  const coming = STATUSES.filter((status) => !/delivered|return|cancelled|available/.test(status));
  for (const { name, page } of told.filter((each) => coming.some((status) => each.name.startsWith(status)))) {
    expect(textOf(pageHtml(page)), name).toMatch(/\b[56] November/);
  }
});

test("a shop of one language offers no other in its foot", () => {
  const foot = renderToStaticMarkup(
    <Foot brand={{ ...brand, footerLinks: [], locales: [] }} voice={voiceOf(brand.locale)} />,
  );
  expect(foot).not.toContain("<nav");
});
