import { expect, test } from "vitest";
import { destinationText } from "./destination.ts";

test("a place is written as people of the language write it, and a name is never whole", () => {
  expect(destinationText({ initial: "É", city: "Paris", country: "FR" }, "en")).toBe("É., Paris, France");
  expect(destinationText({ initial: "黃", city: "苗栗市", country: "TW" }, "zh-Hant-TW")).toBe("台灣苗栗市，黃○○");
});

test("what is not known is left out without a stray comma", () => {
  expect(destinationText({ initial: null, city: "", country: "FR" }, "en")).toBe("France");
  expect(destinationText({ initial: null, city: null, country: null }, "zh-Hant-TW")).toBe("");
});
