import { expect, test } from "vitest";
import { agoText } from "./ago-text.ts";

const now = "2026-11-05T12:00:00Z";
const ago = (at: string, tag = "en-GB") => agoText(at, now, { tag, justNow: "just now" });

test.each([
  ["2026-11-05T11:59:01Z", "just now"],
  ["2026-11-05T12:03:00Z", "just now"],
  ["2026-11-05T11:57:00Z", "3 min ago"],
  ["2026-11-05T09:30:00Z", "2 hr ago"],
  ["2026-11-03T12:00:00Z", "2 days ago"],
])("%s was %s", (at, text) => {
  expect(ago(at)).toBe(text);
});

test("the browser's own words serve every language", () => {
  expect(ago("2026-11-05T11:57:00Z", "zh-Hant-TW")).toBe("3 分鐘前");
  expect(agoText(Date.parse(now) - 180_000, Date.parse(now), { tag: "en-GB", justNow: "" })).toBe("3 min ago");
});
