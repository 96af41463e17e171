import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { languages } from "#lib/brand/languages/registry.ts";
import { type Voice, voiceOf } from "#lib/brand/languages/voice.ts";
import { locales } from "#lib/brand/locale.ts";
import { type Dials as DialsValue, USUAL_FREQUENCIES } from "#lib/tracking/page/dials.ts";
import { at, lineOf, orderOf, parcelOf, scan } from "#lib/tracking/page/page-testing.ts";
import { questionsOf } from "#lib/tracking/page/questions-of.ts";
import { REASONS, type Reason } from "#lib/tracking/reason.ts";
import { STATUSES, type Status } from "#lib/tracking/status.ts";
import { Dials, type DialsSaid } from "./dials.tsx";
import { Foot } from "./foot.tsx";
import { FullAddress } from "./full-address.tsx";
import { pageAt, pageHtml, textOf } from "./page-testing.tsx";
import { readerOf } from "./reader.ts";

const brand = { ...fallbackBrand, name: "Shop", locales };
const lines = [1, 2].map((position) => ({ ...lineOf(position), guides: { setup: "https://shop.example/1" } }));
const pageOf = (status: Status, reason: Reason | null = null, positions: readonly number[] = [1, 2]) => {
  const items = positions.map((position) => ({ position, quantity: null }));
  return pageAt(orderOf({ lines, parcels: [parcelOf([scan(status, "2026-11-05T08:00:00", { reason })], { items })] }));
};
const page = pageOf("in_transit");
const dialsHtml = (dials: Partial<DialsValue>, voice: Voice = voiceOf("en"), said: DialsSaid = "open") => {
  const channels = (["email", "sms", "push"] as const).map((name) => ({ name, frequencies: USUAL_FREQUENCIES }));
  const about = {
    token: "x",
    page,
    brand,
    said,
    dials: { language: null, neededBy: null, channels, ...dials },
  };
  return renderToStaticMarkup(<Dials {...about} reader={readerOf(page, voice)} />);
};

test("a needed day that has passed does not keep the settings from being saved, and no other past day can be picked", () => {
  const minOf = (neededBy: string | null) => / min="([^"]*)"/.exec(dialsHtml({ neededBy }))?.[1];
  expect([minOf("2026-11-03"), minOf("2026-11-09"), minOf(null)]).toEqual(["2026-11-03", "2026-11-05", "2026-11-05"]);
});

test("how a saving went is told as it was: kept, a date that cannot be, or too often", () => {
  const toldOf = (said: DialsSaid) =>
    /role="(?:status|alert)"[^>]*>([^<]*)</.exec(dialsHtml({}, voiceOf("en"), said))?.[1];
  expect(toldOf("open")).toBeUndefined();
  expect(toldOf("saved")).toMatch(/^Saved\./);
  expect(toldOf("refused")).toMatch(/check the date/);
  expect(toldOf("limited")).toMatch(/Nothing was changed.*try again in a minute/);
});

test("saving keeps the page in the language that it is in, whatever was saved before", () => {
  for (const locale of locales) {
    const html = dialsHtml({ language: locale === "de" ? "th" : "de" }, voiceOf(locale));
    expect([...html.matchAll(/<option value="([^"]*)"[^>]*lang[^>]*selected/g)].map(([, value]) => value)).toEqual([
      locale,
    ]);
  }
});

test.each(locales)("%s: what to be told is asked in one sentence, channel by channel", (locale) => {
  const { about, ...words } = languages[locale].words.dials;
  const legends = [...dialsHtml({}, voiceOf(locale)).matchAll(/<legend[^>]*>(.*?)<\/legend>/g)].map(([, text]) => text);
  expect(legends).toHaveLength(3);
  for (const [nth, channel] of [words.email, words.sms, words.push].entries()) {
    expect(legends[nth]?.replaceAll(/[\u2068\u2069]/g, "")).toBe(about.replace("{channel}", channel));
  }
});

test("a link that a shop put both at its head and at its foot stands there once", () => {
  const returns = { label: "Returns", url: "https://shop.example/returns" };
  const gifts = { label: "Gifts", url: "https://shop.example/returns" };
  const links = { headerLinks: [returns], footerLinks: [returns, gifts, gifts] };
  const html = renderToStaticMarkup(<Foot brand={{ ...brand, ...links }} voice={voiceOf("en")} />);
  expect(html.match(/>(Returns|Gifts)</g)).toEqual([">Returns<", ">Gifts<"]);
});

test("where a shop has no address to write to, nothing empty stands in its place", () => {
  const html = (supportEmail: string | null) => pageHtml(pageOf("lost"), voiceOf("en"), { ...brand, supportEmail });
  expect(html("care@shop.example")).toContain('<p class="answer-choice"><a');
  expect(html(null)).not.toContain("answer-choice");
});

test.each(["lost", "expired", "returning", "returned", "cancelled"] as const)(
  "nobody is told to set up what is %s",
  (status) => {
    expect(textOf(pageHtml(pageOf(status)))).not.toContain("Set it up");
  },
);

test("nobody is told to set up what is broken; what is only held up may be read about", () => {
  expect(textOf(pageHtml(pageOf("exception", "damaged")))).not.toContain("Set it up");
  expect(textOf(pageHtml(pageOf("exception", "weather")))).toContain("While you wait Thing 1 Set it up");
});

test("nobody makes the most of what has not come", () => {
  expect(textOf(pageHtml(pageOf("delivered", null, [1])))).toContain("While you wait");
  expect(textOf(pageHtml(pageOf("delivered")))).toContain("Make the most of it");
});

const shipTo = { initial: "A", city: "Beverly Hills", region: "CA", country: "US", hasPostcode: true };
const whole = { name: "A", street: "1 Way", postcode: "90210", city: "Beverly Hills", phone: null };
const addressText = (given: { whole: typeof whole | null; hasPostcode?: boolean }) => {
  const about = { token: "x", reader: readerOf(page, voiceOf("en")), lastTry: null, whole: given.whole };
  return textOf(
    renderToStaticMarkup(<FullAddress {...about} shipTo={{ ...shipTo, hasPostcode: given.hasPostcode ?? true }} />),
  );
};

test("the whole address has its region and its country, and says nothing twice", () => {
  expect(addressText({ whole })).toContain("Postcode 90210 Town Beverly Hills, CA, United States");
  expect(addressText({ whole })).not.toContain("Goes to");
});

test("a postcode is asked for only where the order has one", () => {
  expect(addressText({ whole: null })).toContain("Postcode of the delivery address");
  expect(addressText({ whole: null, hasPostcode: false }).trim()).toBe("");
  const html = (hasPostcode: boolean) => pageHtml(pageAt(orderOf({ hasPostcode })));
  expect(html(true)).toContain("Show the whole address");
  expect(html(false)).not.toContain("Show the whole address");
});

test("three questions are asked in every state, and none of them twice", () => {
  const states = STATUSES.flatMap((status) => [null, ...REASONS].map((reason) => pageOf(status, reason)));
  const quiet = [{}, { promises: [] }, { cancelledAt: "2026-11-03T10:00:00Z" }].map((change) =>
    pageAt(orderOf(change)),
  );
  for (const each of [...states, ...quiet]) expect(new Set(questionsOf(each)).size, each.answer.kind).toBe(3);
});

test("of what comes no more as it is, nobody waits for a scan", () => {
  for (const reason of ["damaged", "refused", "prohibited"] as const)
    expect(questionsOf(pageOf("exception", reason))).not.toContain("silence");
});

test("the state of a step is set apart as the language does it", () => {
  const spoken = (locale: (typeof locales)[number]) =>
    /<span class="sr-only">([^<]*)<\/span>/.exec(pageHtml(page, voiceOf(locale)))?.[1];
  expect([spoken("en"), spoken("ar"), spoken("zh-Hans-CN")]).toEqual([", done", "، تم", "，已完成"]);
});

test("hours are told on one clock: the pick-up point's, the scan's and the delivery's", () => {
  const pickup = { name: "News", street: null, city: "Leeds", region: null, postalCode: null, country: "GB" };
  const hours = [{ weekdays: [6], from: "09:00", to: "18:00" }];
  const waits = scan("available_for_pickup", "2026-11-05T14:05:00", {
    ...at("Leeds"),
    pickup: { ...pickup, hours, until: null },
  });
  const said = (locale: (typeof locales)[number], observation = waits) =>
    textOf(pageHtml(pageAt(orderOf({ parcels: [parcelOf([observation])] })), voiceOf(locale)));
  expect(said("en")).toMatch(/ready since Thursday 5 November, 2:05 pm\. .*Saturday, 9 am to 6 pm/);
  expect(said("de")).toMatch(/14:05 Uhr .*Samstag, 9 bis 18 Uhr/);
  expect(said("zh-Hant-TW")).toMatch(/下午2:05.*上午9點至下午6點/);
  const done = scan("delivered", "2026-11-05T14:05:00", at("Leeds"));
  expect([said("en", done), said("de", done), said("zh-Hans-CN", done)]).toEqual([
    expect.stringContaining("Delivered at 2:05 pm."),
    expect.stringContaining("Zugestellt um 14:05 Uhr."),
    expect.stringContaining("下午2:05送达。"),
  ]);
});
