import { expect, test } from "vitest";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import { type Locale, locales } from "#lib/brand/locale.ts";
import type { Gesture } from "#lib/promise/gesture/gesture.ts";
import type { Gift } from "#lib/promise/page/page-notice.ts";
import { apologised, estimated, inLeeds, judgedPage, learned } from "#lib/promise/page/page-notice-testing.ts";
import { at } from "#lib/tracking/page/page-testing.ts";
import { headlineOf, pageHtml, textOf } from "./page-testing.tsx";

const shop = {
  ...fallbackBrand,
  name: "Shop",
  supportEmail: "care@shop.example",
  hero: { pictureId: "p1", alt: "The new coats", width: 8, height: 8, url: null },
};
const htmlOf = ({ page, notices }: ReturnType<typeof judgedPage>, locale: Locale = "en") =>
  pageHtml(page, voiceOf(locale), shop, notices);
const storm = { ...at("MEMPHIS", "US", "TN"), reason: "weather" } as const;
const LATE = ["2026-11-03", "2026-11-04"] as const;
const giftOf = (gesture: Gesture, code: string | null = null): Gift => ({
  ...{ ruleId: "late", gesture, code },
  ...{ costMinor: 1250, currency: "EUR" },
});

const atRisk = judgedPage({ scans: [inLeeds("in_transit")], kept: learned(["2026-11-07", "2026-11-09"], 0.6) });
const broken = judgedPage({ scans: [inLeeds("exception", { ...storm, ...estimated("2026-11-08") })] });

test("at risk is said calmly: what it may be now, what it was, choices, and nothing of sorrow", () => {
  const html = htmlOf(atRisk);
  expect(headlineOf(html)).toBe("It may come later than we said: between Saturday 7 and Monday 9 November");
  expect(textOf(html)).toContain("We had said Thursday 5 to Friday 6 November.");
  expect(textOf(html)).not.toMatch(/sorry/i);
  expect(html).toContain("The new coats");
});

test("an apology says sorry, the new day, what it was and why, and nothing is advertised beside it", () => {
  const html = htmlOf(broken);
  expect(headlineOf(html)).toBe(
    "It will come later than we said, and we are sorry. We now expect it by Sunday 8 November",
  );
  expect(textOf(html)).toContain(
    "We had said Thursday 5 to Friday 6 November. Bad weather in Memphis, TN, United States is holding UPS up.",
  );
  expect(html).not.toContain("The new coats");
});

test("nothing is advertised beside an apology for what is at the door already", () => {
  const out = judgedPage({ scans: [inLeeds("out_for_delivery", estimated("2026-11-05"))], promise: LATE });
  expect(headlineOf(htmlOf(out))).toBe("Arriving today, Thursday 5 November");
  expect(textOf(htmlOf(out))).toContain("We are sorry for the wait.");
  expect(htmlOf(out)).not.toContain("The new coats");
});

test.each(locales)(
  "%s says at risk, an apology, what is solved and what is late with the shop in whole sentences",
  (locale) => {
    const solved = { ...apologised(LATE), gift: giftOf({ kind: "free_express" }) };
    for (const told of [
      atRisk,
      broken,
      judgedPage({ scans: [inLeeds("delivered")], promise: LATE, kept: solved, order: { tier: "Gold" } }),
      judgedPage({ scans: null, promise: LATE }),
      judgedPage({ scans: [inLeeds("lost", { reason: "lost" })], promise: LATE }),
    ])
      expect(textOf(htmlOf(told, locale))).not.toMatch(/undefined|null|[{}]/);
  },
);

test.each<[Gesture, string]>([
  [{ kind: "shipping_refund" }, "We pay your shipping back: €12.50."],
  [{ kind: "percent_off", percent: 10, on: "this_order" }, "10% off this order: we pay €12.50 back to you."],
  [{ kind: "percent_off", percent: 10, on: "next_order" }, "10% off your next order, up to €12.50."],
  [{ kind: "amount_off", amountMinor: 1250, on: "next_order" }, "€12.50 off your next order."],
  [{ kind: "points", points: 1 }, "1 point for your account."],
  [{ kind: "free_express" }, "Express shipping for free with your next order."],
])("%j is given with an apology, in words", (gesture, words) => {
  const kept = { ...apologised(LATE), gift: giftOf(gesture, "7Q4M-2XKD-9HTV") };
  const text = textOf(htmlOf(judgedPage({ scans: [inLeeds("in_transit")], promise: LATE, kept })));
  expect(text).toContain(words);
  expect(text).toContain("7Q4M-2XKD-9HTV");
});

test("a loyal customer is thanked by the name of the tier, in an apology only", () => {
  const order = { tier: "Gold" };
  const scans = [inLeeds("in_transit")];
  expect(textOf(htmlOf(judgedPage({ scans, promise: LATE, order })))).toContain("one of our Gold customers");
  expect(textOf(htmlOf(judgedPage({ scans, kept: learned(["2026-11-07", "2026-11-09"], 0.6), order })))).not.toContain(
    "Gold",
  );
});

test("the tier's name is the shop's own: quoted where its letters are foreign, and set apart where they run the other way", () => {
  const thanks = (locale: Locale, tier: string) =>
    htmlOf(judgedPage({ scans: [inLeeds("in_transit")], promise: LATE, order: { tier } }), locale);
  expect(thanks("zh-Hant-TW", "Gold")).toContain("「Gold」會員");
  expect(thanks("ar", "Gold")).toContain("«\u2068Gold\u2069»");
  expect(thanks("en", "ذهبي")).toContain("our \u2068ذهبي\u2069 customers");
});

test("each choice is a plain form post that says which parcel it is about", () => {
  const html = htmlOf(atRisk);
  expect(html).toContain('action="/t/x/remedy" method="post"');
  expect(html).toContain('<input type="hidden" name="parcel" value="1"/>');
  for (const remedy of ["wait", "pickup", "address", "person"])
    expect(html).toMatch(new RegExp(`value="${remedy}"[^>]* name="remedy"`));
});

test("what was chosen is confirmed with its day and a way back, which is gone once the shop acts upon it", () => {
  const chosenAs = (state: "waiting" | "done") => {
    const chosen = { id: "choice-1", remedy: "reship", state, dueOn: "2026-11-06" } as const;
    return htmlOf(judgedPage({ scans: [inLeeds("lost", { reason: "lost" })], kept: { chosen } }));
  };
  expect(textOf(chosenAs("waiting"))).toContain(
    "You asked us to send you a new one. Shop answers by Friday 6 November.",
  );
  expect(chosenAs("waiting")).toContain('value="choice-1" class="quiet-link" name="take_back"');
  expect(textOf(chosenAs("done"))).toContain("Shop has seen to it.");
  expect(chosenAs("done")).not.toContain("take_back");
});

test("who is asked for the address in a form is not asked to write it as well, and what the carrier says still is no past", () => {
  const wrong = judgedPage({
    scans: [inLeeds("exception", { reason: "address_problem", actionRequired: "correct_address" })],
  });
  expect(textOf(htmlOf(wrong))).not.toContain("Write to us with the address");
  const tried = judgedPage({ scans: [inLeeds("attempt_failed", { reason: "not_home", ...estimated("2026-11-06") })] });
  expect(textOf(htmlOf(tried))).not.toContain("UPS had said");
});
