import { expect, test } from "vitest";
import { languages } from "#lib/brand/languages/registry.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { locales } from "#lib/brand/locale.ts";
import { at, lineOf, orderOf, parcelOf, scan } from "#lib/tracking/page/page-testing.ts";
import type { OrderRecord, ParcelRecord } from "#lib/tracking/page/tracking-page.ts";
import type { Status } from "#lib/tracking/status.ts";
import { headlineOf, pageAt, pageHtml, textOf } from "./page-testing.tsx";

const PAST = [{ fromDay: "2026-11-03", toDay: "2026-11-04" }];
const PROMISES = [orderOf().promises, PAST, []];
const holding = (position: number) => ({ items: [{ position, quantity: null }] });
const stoodAt = (status: Status, position: number, told = {}, change: Partial<ParcelRecord> = {}) =>
  parcelOf([scan(status, "2026-11-04T08:00:00", { ...at("Leeds"), ...told })], { ...holding(position), ...change });
/** An order of three things, of which the last is still with the shop. */
const partly = (parcels: readonly ParcelRecord[], change: Partial<OrderRecord> = {}) =>
  pageAt(orderOf({ lines: [lineOf(1), lineOf(2), lineOf(3)], parcels, ...change }));

test.each(["delivered", "lost", "exception", "available_for_pickup", "returning", "cancelled"] as const)(
  "where the only part that was sent is %s, no part is said to be on its way, in any language",
  (status) => {
    for (const promises of PROMISES) {
      const page = partly([stoodAt(status, 1)], { promises });
      for (const locale of locales) {
        const { partlySent, restWaiting } = languages[locale].words.quiet;
        const html = pageHtml(page, voiceOf(locale));
        expect(html).not.toContain(partlySent);
        if (page.answer.kind !== "preparing") expect(html).toContain(restWaiting);
      }
    }
  },
);

test("where a part does move, it is said to be on its way, once", () => {
  const parcels = [stoodAt("in_transit", 1), stoodAt("delivered", 2)];
  for (const promises of PROMISES) {
    const text = textOf(pageHtml(partly(parcels, { promises })));
    expect(text.split("Part of it is on its way. The rest is still with us.")).toHaveLength(2);
  }
});

test.each([
  ["nothing", []],
  ["a part, which has come,", [stoodAt("delivered", 1)]],
  ["a part, which waits to be collected,", [stoodAt("available_for_pickup", 1)]],
] as const)(
  "what is late with us when %s was sent is not looked for at the door, nor asked of a carrier",
  (_, parcels) => {
    const page = partly(parcels, { promises: PAST });
    expect(page).toMatchObject({ answer: { kind: "overdue" }, answerParcel: null });
    const text = textOf(pageHtml(page));
    expect(headlineOf(pageHtml(page))).toBe("This is late, and we are sorry. It was due by Wednesday 4 November");
    expect(text).toContain("a person will tell you what is holding it up.");
    expect(text).toContain("When does it leave?");
    expect(text).not.toMatch(/If it is not with you|has not told us a|We keep asking|deal with/);
  },
);

test("of what is promised and still with us, no carrier is said to know the hour", () => {
  const text = textOf(pageHtml(partly([stoodAt("delivered", 1)])));
  expect(text).toContain("When does it leave?");
  expect(text).not.toContain("has not told us an hour");
});

test("an order of which the sent part was stopped is not said to be on its way", () => {
  const page = partly([stoodAt("cancelled", 1)], { promises: [] });
  expect(headlineOf(pageHtml(page))).toBe("We are getting it ready. You ordered on Sunday 1 November");
});

const shop = (street: string, until: string) => ({
  actionRequired: "pick_up" as const,
  pickup: {
    ...{ name: "Mill Street News", street, city: "Leeds", region: null, postalCode: "X1 1XX", country: "GB", until },
    hours: [{ weekdays: [1, 2, 3, 4, 5], from: "07:00", to: "19:30" }],
  },
});
const waiting = (position: number, street: string, until: string) =>
  stoodAt("available_for_pickup", position, shop(street, until));

test("each parcel that waits to be collected has its address, its hours and its last day", () => {
  for (const first of [
    stoodAt("exception", 1, { reason: "weather" }),
    waiting(1, "1 Low Road", "2026-11-07"),
    stoodAt("in_transit", 1),
  ]) {
    const html = pageHtml(partly([first, waiting(2, "2 Mill Street", "2026-11-05")]));
    expect(textOf(html)).toMatch(/2 Mill Street .*Monday to Friday, 7 am to 7:30 pm/);
    expect(textOf(html)).toContain("Today is the last day that it is kept for you.");
    if (textOf(html).includes("Where to collect it")) expect(html.match(/<h2 id="pickup"/g)).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  const both = [waiting(1, "1 Low Road", "2026-11-07"), waiting(2, "2 Mill Street", "2026-11-05")];
  expect(textOf(pageHtml(partly(both))).match(/1 Low Road|2 Mill Street/g)).toHaveLength(2);
});

test("the only parcel is still found at its pick-up point when the page opens with the rest, which is late", () => {
  const text = textOf(pageHtml(partly([waiting(1, "1 Low Road", "2026-11-09")], { promises: PAST })));
  expect(text).toContain("This is late");
  expect(text).toMatch(/Where to collect it Waiting for you at Mill Street News until Monday 9 November .*1 Low Road/);
});

const DHL = { carrier: "dhl" };

test("what is said to have come can be said to be missing while the rest is on its way", () => {
  const html = pageHtml(partly([stoodAt("delivered", 1, {}, DHL), stoodAt("in_transit", 2)]));
  expect(textOf(html)).toContain("It is not here");
  expect(textOf(html)).toContain("A person at Shop looks for it with DHL");
  expect(html).toMatch(/received"[^>]*><input[^>]*value="missing"\/><input[^>]*name="parcel" value="1"/);
});

test("of several that have come, the last is the one that may be missing, with its carrier and its day", () => {
  const today = parcelOf([scan("delivered", "2026-11-05T08:00:00", at("Leeds"))], holding(2));
  for (const lines of [
    [lineOf(1), lineOf(2)],
    [lineOf(1), lineOf(2), lineOf(3)],
  ]) {
    const page = pageAt(orderOf({ lines, parcels: [stoodAt("delivered", 1, {}, DHL), today] }));
    const text = textOf(pageHtml(page));
    expect(text).toContain("A person at Shop looks for it with UPS");
    expect(text).toContain("Give it until the end of Thursday 5 November.");
  }
});

test("beside trouble nobody is asked whether everything is right", () => {
  expect(textOf(pageHtml(partly([stoodAt("delivered", 1), stoodAt("lost", 2)])))).not.toContain("Everything right?");
});
