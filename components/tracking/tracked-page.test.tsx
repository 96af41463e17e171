import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import type { Observation } from "#lib/tracking/observation.ts";
import { at, CHECKED, lineOf, note, orderOf, parcelOf, scan } from "#lib/tracking/page/page-testing.ts";
import type { OrderRecord, ParcelRecord } from "#lib/tracking/page/tracking-page.ts";
import { trackingPageOf } from "#lib/tracking/page/tracking-page-of.ts";
import type { CheckFacts } from "#lib/tracking/tracking-state.ts";
import { announcementOf } from "./announcement.ts";
import { headlineOf, pageAt, pageHtml, textOf } from "./page-testing.tsx";

const tracked = (observations: Observation[], order: Partial<OrderRecord> = {}, parcel: Partial<ParcelRecord> = {}) =>
  pageAt(orderOf({ parcels: [parcelOf(observations, parcel)], ...order }));
const html = (...given: Parameters<typeof tracked>) => pageHtml(tracked(...given));
const leeds = at("LEEDS");
const estimate = (from: string, to = from) => ({ estimate: { from, to } });
const under = (told = {}) => scan("in_transit", "2026-11-04T09:00:00", { ...leeds, ...told });
const early = { promises: [{ fromDay: "2026-11-04", toDay: "2026-11-05" }] };

test.each([
  [under(estimate("2026-11-06")), "Arriving tomorrow, Friday 6 November"],
  [
    scan("out_for_delivery", "2026-11-05T07:00:00", {
      ...leeds,
      ...estimate("2026-11-05T14:00:00", "2026-11-05T18:00:00"),
    }),
    "Arriving today, between 2 and 6 pm",
  ],
  [scan("available_for_pickup", "2026-11-05T07:00:00", leeds), "Waiting for you in Leeds"],
  [scan("attempt_failed", "2026-11-05T07:00:00", leeds), "UPS tried to deliver it on Thursday 5 November"],
  [
    scan("exception", "2026-11-05T07:00:00", { ...leeds, reason: "weather" }),
    "It is held up for now, and may come later than Friday 6 November",
  ],
  [scan("exception", "2026-11-05T07:00:00", { reason: "damaged" }), "We are sorry. It was damaged on the way"],
  [scan("lost", "2026-11-05T07:00:00", leeds), "We are sorry. It seems to be lost"],
  [scan("returning", "2026-11-05T07:00:00", leeds), "It is on its way back to us"],
  [scan("delivered", "2026-11-04T07:00:00", leeds), "It arrived on Wednesday 4 November"],
] as const)("%# the headline is what a friend would say", (observation, headline) => {
  expect(headlineOf(html([observation]))).toBe(headline);
});

test("a day that moved is told with what it was, what it is and why", () => {
  const text = textOf(html([under({ ...estimate("2026-11-07"), reason: "missed_connection" })], early));
  expect(text).toContain("We had said Wednesday 4 to Thursday 5 November; now it is Saturday 7 November.");
  expect(text).toContain("It missed a connection on the way.");
});

test("a promise within which the carrier's day lies is still told, and one that is kept early", () => {
  expect(textOf(html([under(estimate("2026-11-06"))]))).toContain("We promised Thursday 5 to Friday 6 November.");
  const later = { promises: [{ fromDay: "2026-11-09", toDay: "2026-11-10" }] };
  expect(textOf(html([under(estimate("2026-11-06"))], later))).toContain("sooner than we said");
});

test("what waits for the shopper is said to be due, or to have been due, as the day is ahead or past", () => {
  const waiting = scan("exception", "2026-11-05T07:00:00", { ...leeds, reason: "address_problem" });
  expect(textOf(html([waiting]))).toContain("We promised Thursday 5 to Friday 6 November.");
  const past = { promises: [{ fromDay: "2026-11-03", toDay: "2026-11-04" }] };
  expect(textOf(html([waiting], past))).toContain("It was due by Wednesday 4 November.");
});

test("what the carrier had said before is told when it changed its mind", () => {
  const first = scan("picked_up", "2026-11-03T08:00:00", { ...leeds, ...estimate("2026-11-04") });
  const second = scan("picked_up", "2026-11-03T09:00:00", { ...leeds, ...estimate("2026-11-05") });
  expect(textOf(html([first, second, under(estimate("2026-11-06"))], { promises: [] }))).toContain(
    "UPS had said Wednesday 4 November, then Thursday 5 November before.",
  );
});

test("a scan is told in our words first, the carrier's second; one without a status has only the carrier's", () => {
  const text = textOf(
    html([
      under({ description: "Arrival Scan" }),
      note("2026-11-04T10:00:00", "Sorted by hand", { reportPosition: 1 }),
    ]),
  );
  expect(text).toMatch(/10:00 Sorted by hand 09:00 Arrived in Leeds Arrival Scan/);
});

test("older days are folded, without JavaScript; the newest is open", () => {
  const scans = ["02", "03", "04"].flatMap((day) =>
    ["08", "09", "10"].map((hour) => scan("in_transit", `2026-11-${day}T${hour}:00:00`, at(`Town ${day}`))),
  );
  const [open = "", folded = ""] = (/<section class="journey">.*?<\/section>/.exec(html(scans))?.[0] ?? "").split(
    "<details",
  );
  expect(textOf(open)).toMatch(/Wednesday 4 November .*Town 04/);
  expect(textOf(open)).not.toContain("Town 03");
  expect(textOf(folded)).toMatch(/2 earlier days .*Town 03.*Town 02/);
});

test("each of several parcels has its own answer, things and journey, and the one in trouble comes first", () => {
  const items = (position: number) => ({ items: [{ position, quantity: null }] });
  const out = scan("out_for_delivery", "2026-11-05T07:00:00", leeds);
  const held = scan("exception", "2026-11-05T06:00:00", { ...at("Hull"), reason: "weather" });
  const parcels = [parcelOf([out], items(1)), parcelOf([held], { ...items(2), carrier: "dpd" })];
  const page = pageHtml(pageAt(orderOf({ lines: [lineOf(1), lineOf(2)], parcels })));
  const [first = "", second = ""] = page.split("<article").slice(1).map(textOf);
  expect(first).toMatch(/Parcel 2 of 2 · DPD .*held up.*Thing 2.*1 scan.*Hull/);
  expect(second).toMatch(/Parcel 1 of 2 · UPS .*Arriving today.*Thing 1.*1 scan.*Leeds/);
  expect(textOf(page)).toContain("This is about parcel 2 of 2.");
});

test("a parcel of which nobody told what is in it has no empty list of things", () => {
  const told = { items: [{ position: 1, quantity: null }] };
  expect(html([under()], {}, told)).toContain("What is in it");
  for (const promises of [[], orderOf().promises]) {
    const untold = html([under()], { promises }, { items: [] });
    expect(untold).not.toContain("What is in it");
    expect(untold).not.toMatch(/<ul[^>]*><\/ul>|<section[^>]*><h2[^>]*>[^<]*<\/h2><\/section>/);
  }
});

const NO_ANSWER = { supported: true, checkedAt: "2026-11-05T02:00:00Z" };
const since = "2026-11-05T02:05:00Z";
const checks: [string, CheckFacts, RegExp][] = [
  ["ok", CHECKED, /Checked 3 min ago with UPS\./],
  ["never asked", { supported: true, checkedAt: null, problem: null }, /We are asking UPS for news\./],
  ["stale", { ...NO_ANSWER, problem: { kind: "outage", since } }, /UPS last answered \d+ hr ago and is silent now/],
  [
    "not asked for long",
    { ...NO_ANSWER, problem: null },
    /We last heard from UPS \d+ hr ago and have not been able to ask/,
  ],
  [
    "too old to be asked",
    { supported: true, checkedAt: null, problem: null, isScheduled: false },
    /This parcel is too old for UPS to tell us more\./,
  ],
  ["asked no more", { ...NO_ANSWER, problem: null, isScheduled: false }, /Checked \d+ hr ago with UPS\./],
  ["unsupported", { supported: false, checkedAt: null, problem: null }, /We cannot see the scans of UPS here/],
  ["invalid number", { ...NO_ANSWER, problem: { kind: "invalid_number", since } }, /UPS does not know this parcel/],
  ["refused", { ...NO_ANSWER, problem: { kind: "credentials_refused", since } }, /We last heard from UPS \d+ hr ago/],
  ["quota", { ...NO_ANSWER, problem: { kind: "quota_spent", since } }, /We last heard from UPS \d+ hr ago/],
  [
    "quota, never asked",
    { supported: true, checkedAt: null, problem: { kind: "quota_spent", since } },
    /cannot ask UPS just now/,
  ],
];

test.each(checks)("tracking health in human words: %s", (_, check, words) => {
  const old = scan("in_transit", "2026-11-04T09:00:00", leeds);
  const text = textOf(html([old], {}, { check }));
  expect(text).toMatch(words);
  expect(text).not.toMatch(/quota|key|credential|limit|error/i);
  expect(headlineOf(html([old], {}, { check }))).toBe("Arriving by Friday 6 November");
});

test("what has arrived is not looked at, so nothing is said of looking", () => {
  expect(textOf(html([scan("delivered", "2026-11-05T07:00:00", leeds)]))).not.toMatch(/Checked|asking/);
});

test("the page tells a first letter of who signed, never a name, a postcode or a tracking number", () => {
  const done = scan("delivered", "2026-11-05T07:00:00", {
    ...leeds,
    signedBy: "GRACE HOPPER",
    description: "Signed HOPPER",
    leftAt: "HOPPER, 12 High Street",
  });
  const text = html([done]);
  expect(textOf(text)).toContain("Signed for by G. ");
  expect(text).not.toMatch(/hopper|high street|X1 1XX|1Z/i);
});

test("who signed is hidden as people of the language hide a name", () => {
  const page = tracked([scan("delivered", "2026-11-05T07:00:00", { ...leeds, signedBy: "黃大明" })]);
  expect(textOf(pageHtml(page, voiceOf("zh-Hant-TW")))).toContain("簽收人：黃○○。");
  expect(textOf(pageHtml(page, voiceOf("zh-Hans-CN")))).toContain("签收人：黃**。");
  expect(textOf(pageHtml(page, voiceOf("de")))).toContain("Unterschrift: 黃○○.");
});

test("where a parcel was left is told in our words, in each language", () => {
  const page = tracked([scan("delivered", "2026-11-05T07:00:00", { ...leeds, leftAt: "FRONT DOOR" })]);
  expect(textOf(pageHtml(page))).toContain("Delivered at 7 am. It was left at the front door.");
  expect(textOf(pageHtml(page, voiceOf("zh-Hant-TW")))).toContain("已放在大門口。");
  expect(pageHtml(page, voiceOf("zh-Hant-TW"))).not.toMatch(/front door/i);
});

test("a missing scan is usual on the first day only", () => {
  const text = (shippedAt: string | null) => textOf(html([], {}, { shippedAt }));
  expect(text("2026-11-04T00:00:00Z")).toContain("That is usual on the first day.");
  for (const shippedAt of ["2026-11-03T23:59:00Z", null]) {
    expect(text(shippedAt)).toContain("UPS has no scan of it yet. If that lasts, write to us.");
    expect(text(shippedAt)).not.toContain("usual");
  }
});

test("what may not be carried on is customs' doing only where it is with customs", () => {
  const told = (status: "exception" | "customs") =>
    html([scan(status, "2026-11-05T07:00:00", { ...leeds, reason: "prohibited" })]);
  expect(headlineOf(told("exception"))).toBe("We are sorry. It may not be carried any further");
  expect(textOf(told("exception"))).not.toMatch(/customs/i);
  expect(textOf(told("customs"))).toContain("Customs does not allow something in it into the country.");
});

test("a promise is not said to have passed before the day is over where the parcel goes", () => {
  const van = scan("out_for_delivery", "2026-11-03T08:00:00", at("Los Angeles", "US", "CA"));
  const promises = [{ fromDay: "2026-11-03", toDay: "2026-11-03" }];
  const order = orderOf({ shipCity: null, shipCountry: "US", promises, parcels: [parcelOf([van]), parcelOf([van])] });
  const page = trackingPageOf(order, { now: Temporal.Instant.from("2026-11-03T17:05:00Z"), zone: "Asia/Taipei" });
  expect(headlineOf(pageHtml(page))).toBe("Arriving today, Tuesday 3 November");
  expect(textOf(pageHtml(page))).not.toMatch(/is late|sorry|due by/i);
});

test("where a person is needed the way to one is in the answer", () => {
  const answer = (observation: Observation) => html([observation]).split("</section>")[0];
  expect(answer(scan("lost", "2026-11-05T07:00:00", leeds))).toContain("mailto:");
  expect(answer(under())).not.toContain("mailto:");
});

test("what changed is said aloud in two short sentences", () => {
  expect(
    announcementOf(tracked([scan("out_for_delivery", "2026-11-05T07:00:00", leeds)]), voiceOf("en")).replaceAll(
      "\u00a0",
      " ",
    ),
  ).toBe("Arriving today, Thursday 5 November. Out for delivery in Leeds");
});

test("a note is said aloud as the carrier wrote it, or not at all", () => {
  const aloud = (description: string) => {
    const later = note("2026-11-05T10:00:00", description, { ...leeds, reportPosition: 1, signedBy: "HOPPER" });
    return announcementOf(tracked([under(), later]), voiceOf("en")).replaceAll("\u00a0", " ");
  };
  expect(aloud("Sorted by hand")).toBe("Arriving by Friday 6 November. Sorted by hand");
  expect(aloud("Left a card for Hopper")).toBe("Arriving by Friday 6 November");
});

test("nothing is said aloud before anything changed", () => {
  expect(html([under()])).toMatch(/<p role="status" aria-live="polite" class="sr-only"><\/p>/);
});
