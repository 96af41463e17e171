import fc from "fast-check";
import { expect, test } from "vitest";
import { keptRaw } from "./kept-raw.ts";

test("what a carrier wrote of a parcel is kept as it came", () => {
  const scan = { code: 7, late: false, none: null, type: "DP", location: { city: "Boise", ids: ["8379", { a: "b" }] } };
  expect(keptRaw(scan)).toEqual(scan);
});

test.each([
  ...["addressLine1", "AddressLine", "address_line_2", "streetLines", "streetAddress", "street"],
  ...[
    "name",
    "personName",
    "attentionName",
    "recipientName",
    "givenName",
    "familyName",
    "receivedBy",
    "receivedByName",
  ],
  ...["signedByName", "companyName", "firm", "phoneNumber", "phone", "emailAddress", "e-mail"],
  ...["signature", "signatureImage", "deliveryPhoto", "photo", "image", "signatureUrl"],
])("%s is private, at any depth", (key) => {
  expect(keptRaw({ city: "Boise", [key]: "x", list: [{ [key]: ["x"] }] })).toEqual({ city: "Boise", list: [{}] });
});

test.each(["eventName", "city", "status", "mailClass", "description", "statusByLocale", "firmness"])(
  "%s is not private",
  (key) => {
    expect(keptRaw({ [key]: "x" })).toEqual({ [key]: "x" });
  },
);

test("no key and no text holds what jsonb refuses", () => {
  expect(keptRaw({ "ci\0ty": "Bo\0ise", half: "a\ud800" })).toEqual({ city: "Boise", half: "a\ufffd" });
});

test("neither depth nor length is without end", () => {
  const deep = JSON.parse(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`) as unknown;
  expect(JSON.stringify(keptRaw(deep))).toBe('{"a":{"a":{"a":{"a":{"a":{"a":null}}}}}}');
  const long = keptRaw({ text: "x".repeat(9_999), list: Array(9_999).fill(1) }) as { text: string; list: number[] };
  expect([long.text.length, long.list.length]).toEqual([1_000, 1_000]);
  const wide = Object.fromEntries(Array.from({ length: 9_999 }, (_, at) => [`key-${at}`, at]));
  expect(Object.keys(keptRaw(wide) as object)).toHaveLength(1_000);
});

test("whatever a carrier writes, it can be written as JSON without NUL and half characters", () => {
  const value = fc.jsonValue({ stringUnit: "binary", maxDepth: 9 });
  fc.assert(fc.property(value, (raw) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(keptRaw(raw)))));
});
