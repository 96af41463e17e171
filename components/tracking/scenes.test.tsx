import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { locales } from "#lib/brand/locale.ts";
import { SCENES, type SceneName, type SceneShop } from "#lib/promise/scenes/scene.ts";
import { scenePage } from "#lib/promise/scenes/scene-page.ts";
import { headlineOf, pageHtml, textOf } from "./page-testing.tsx";

const NOW = Temporal.Instant.from("2026-11-05T08:00:00Z");
const shop: SceneShop = {
  zone: "Europe/London",
  currency: "GBP",
  hasSupport: true,
  items: [
    { title: "Wool coat", picturePath: null },
    { title: "Scarf", picturePath: null },
  ],
};

const html = (name: SceneName, locale = locales[0] ?? "en", zone = shop.zone) => {
  const { page, notices } = scenePage(name, { ...shop, zone }, NOW);
  return pageHtml(page, voiceOf(locale), undefined, notices);
};

const HEADLINES: Readonly<Record<SceneName, RegExp>> = {
  ordered: /^Arriving between Sunday 8 and Monday 9 November$/,
  preparing: /^Arriving between Friday 6 and Saturday 7 November$/,
  on_its_way: /^Arriving by Friday 6 November$/,
  several: /^Arriving by Saturday 7 November$/,
  customs: /^Arriving between/,
  out_for_delivery: /^Arriving today, between 2 and 6 pm$/,
  pickup: /^Waiting for you at Post Office, Merrion Centre until Wednesday 11 November$/,
  delivered: /^It arrived today, Thursday 5 November$/,
  attempted: /^Royal Mail tried to deliver it, and comes again on Friday 6 November$/,
  no_news: /^Arriving by Friday 6 November$/,
  at_risk: /^It may come later than we said: between Saturday 7 and Sunday 8 November$/,
  late: /^This is late, and we are sorry\. It is now expected by Saturday 7 November$/,
  held: /^It is waiting for a clearer address$/,
  lost: /lost/,
  returning: /on its way back/,
  cancelled: /^This order was cancelled on Thursday 5 November$/,
};

test.each(SCENES)("%s says what its name says", (name) => {
  expect(headlineOf(html(name))).toMatch(HEADLINES[name]);
});

test("the late one apologises with a reason, a gesture and choices", () => {
  const text = textOf(html("late"));
  expect(text).toMatch(/weather/i);
  expect(text).toContain("7Q4M-2XKD-9HTV");
  expect(html("late")).toMatch(/name="remedy"/);
});

const isWhole = (text: string) => !/undefined|null|[{}]/.test(text);

test.each(locales)("%s says every scene in whole sentences", (locale) => {
  expect(SCENES.filter((name) => !isWhole(textOf(html(name, locale))))).toEqual([]);
});

test.each(["Europe/Berlin", "America/New_York", "Asia/Taipei"])("a shop in %s has its own places", (zone) => {
  for (const name of SCENES) {
    expect(isWhole(textOf(html(name, "en", zone)))).toBe(true);
    expect(textOf(html(name, "en", zone))).not.toMatch(/Leeds|Royal Mail/);
  }
});
