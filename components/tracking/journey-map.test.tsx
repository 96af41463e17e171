import { gzipSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { placeText } from "#lib/brand/languages/place.ts";
import { type Locale, languages, locales } from "#lib/brand/languages/registry.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { mapOfParcel } from "#lib/map/map-of-parcel.ts";
import type { JourneyEntry, PlaceName } from "#lib/tracking/page/tracking-page.ts";
import { JourneyMap } from "./journey-map.tsx";

const placeOf = (text: string): PlaceName => {
  const [city = "", country = "", region = null] = text.split("|");
  return { city, country, region };
};

/** The map of a parcel after scans at these places, oldest first, on its way to a town. */
function htmlOf(
  towns: readonly string[],
  goal: string,
  status: "in_transit" | "delivered" = "in_transit",
  locale: Locale = "en",
) {
  const entries = towns.toReversed().map(
    (town): JourneyEntry => ({
      effect: "moves",
      status,
      time: null,
      place: placeOf(town),
      carrierText: null,
      reason: null,
    }),
  );
  const place = entries[0]?.place ?? null;
  const map = mapOfParcel({ journey: [{ day: "2026-11-05", entries }], status, place }, placeOf(goal));
  if (map === null) throw new Error("no map");
  return renderToStaticMarkup(<JourneyMap map={map} voice={voiceOf(locale)} number={2} />);
}

const html = htmlOf(["LOUISVILLE|US|KY", "MEMPHIS|US|TN"], "Paris|FR");
const textOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

test("it is a picture with a name and a text made of words", () => {
  expect(html).toContain('role="img" aria-labelledby="map-title-2 map-text-2"');
  expect(html).toContain('<title id="map-title-2">');
  expect(/<desc id="map-text-2">(.*?)<\/desc>/.exec(html)?.[1]).toBe(
    "So far it has been seen in Louisville, KY, United States; Memphis, TN, United States, in this order. " +
      "It was last seen in Memphis, TN, United States. It is going to Paris.",
  );
});

test("what has arrived is said to have arrived", () => {
  expect(textOf(htmlOf(["MEMPHIS|US|TN", "PARIS|FR"], "Paris|FR", "delivered"))).toContain("It arrived in Paris.");
});

test("where it is stands out from where it was and where it goes", () => {
  expect(html.match(/class="map-seen"/g)).toHaveLength(1);
  expect(html.match(/class="map-goal"/g)).toHaveLength(1);
  expect(html.match(/class="map-stop"/g)).toHaveLength(1);
  expect(html).toMatch(/map-name-seen[^>]*>Memphis</);
});

test("a last place that is not known is not marked", () => {
  const unknown = htmlOf(["LOUISVILLE|US|KY", "MEMPHIS|US|TN", "Nowhere at all|US|TX"], "Paris|FR");
  expect(unknown).not.toContain("map-seen");
  expect(textOf(unknown)).not.toContain("last seen");
  expect(textOf(unknown)).not.toContain("Nowhere");
});

test("at most four towns of the way are named", () => {
  const way = ["SYDNEY|AU|NSW", "SINGAPORE|SG", "DUBAI|AE", "ISTANBUL|TR", "LEIPZIG|DE", "LONDON|GB", "NEW YORK|US|NY"];
  expect(htmlOf(way, "Chicago|US").match(/<text /g)?.length).toBeLessThanOrEqual(4);
});

test("the sources of map and places are named", () => {
  expect(textOf(html)).toContain("Natural Earth");
  expect(textOf(html)).toContain("Places: GeoNames (CC BY 4.0)");
});

test("no inline style, script, colour or address is in it, whatever the carrier wrote", () => {
  expect(html).not.toMatch(/style=|<script|#[0-9a-f]{3,6}|https?:/i);
});

test.each([
  [["KRISTIANSAND|NO", "OSLO|NO", "BERGEN|NO", "TRONDHEIM|NO"], "Tromsø|NO"],
  [["BANDA ACEH|ID", "MEDAN|ID", "JAKARTA|ID", "SURABAYA|ID"], "Makassar|ID"],
  [["VICTORIA|CA|BC", "WINNIPEG|CA|MB", "IQALUIT|CA|NU"], "Toronto|CA"],
  [["LONDON|GB", "DUBAI|AE", "SINGAPORE|SG", "AUCKLAND|NZ"], "Santiago|CL"],
  [["SHENZHEN|CN", "HONG KONG|HK", "ANCHORAGE|US|AK", "LOUISVILLE|US|KY"], "Berlin|DE"],
] as const)("the whole picture takes less than 8 KB: %s", (towns, goal) => {
  expect(gzipSync(htmlOf(towns, goal)).length).toBeLessThan(8 * 1024);
});

test.each(locales)(
  "%s: the places of the way can be told apart by ear, though each has commas and spaces",
  (locale) => {
    const towns = ["LOUISVILLE|US|KY", "MEMPHIS|US|TN", "LEIPZIG|DE"];
    const text = /<desc[^>]*>(.*?)<\/desc>/.exec(htmlOf(towns, "Paris|FR", "in_transit", locale))?.[1] ?? "";
    const places = towns.map((town) => placeText(placeOf(town), languages[locale], "FR"));
    const { betweenPlaces } = languages[locale].habits;
    expect(text.replaceAll(/[\u2068\u2069]/g, "")).toContain(
      places.join(betweenPlaces).replaceAll(/[\u2068\u2069]/g, ""),
    );
    for (const place of places) expect(place).not.toContain(betweenPlaces);
  },
);
