import { expect, test } from "vitest";
import { altOf, labelOf } from "./wording.ts";

const link = { label: "退貨", labels: { en: "Returns" }, url: "https://a.example" };

test("a label is in the page's language where the shop wrote it in that language", () => {
  expect(labelOf(link, "en", "zh-Hant-TW")).toEqual({ text: "Returns", lang: undefined });
  expect(labelOf(link, "zh-Hant-TW", "zh-Hant-TW")).toEqual({ text: "退貨", lang: undefined });
});

test("a label in another language than the page's says which", () => {
  expect(labelOf(link, "de", "zh-Hant-TW")).toEqual({ text: "退貨", lang: "zh-Hant-TW" });
  const hero = { pictureId: "", width: 1, height: 1, alt: "Tea", url: null };
  expect(altOf(hero, "ar", "en")).toEqual({ text: "Tea", lang: "en" });
});
