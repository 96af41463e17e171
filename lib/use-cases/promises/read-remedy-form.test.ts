import { expect, test } from "vitest";
import { readRemedyForm } from "./read-remedy-form.ts";

const choice = { kind: "choose", parcelNumber: null, details: { words: null, address: null }, requestKey: null };
const address = { street: "1 New Road", city: "Cardiff", postcode: "CF10 1EP", region: "", country: "GB" };

test("a choice about a parcel, about what is still with the shop, and with a few words", () => {
  expect(readRemedyForm({ remedy: "refund", parcel: "2" })).toEqual({ ...choice, remedy: "refund", parcelNumber: 2 });
  expect(readRemedyForm({ remedy: "wait", parcel: "" })).toEqual({ ...choice, remedy: "wait" });
  expect(readRemedyForm({ remedy: "person", words: " Call me,\r\nplease. ", key: "a1b2c3d4" })).toEqual({
    ...choice,
    ...{ remedy: "person", requestKey: "a1b2c3d4" },
    details: { words: "Call me,\nplease.", address: null },
  });
});

test("another address comes whole, and only with the choice that is about it", () => {
  const whole = { ...address, region: null };
  expect(readRemedyForm({ remedy: "address", ...address })).toMatchObject({ details: { address: whole } });
  expect(readRemedyForm({ remedy: "refund", ...address })).toMatchObject({ details: { address: null } });
  expect(readRemedyForm({ remedy: "address", ...address, city: " " })).toBeNull();
});

test("as many words as the field allows, however a browser counts line breaks", () => {
  const words = `${"x".repeat(249)}\r\n${"y".repeat(250)}`;
  expect(readRemedyForm({ remedy: "person", words })).not.toBeNull();
  expect(readRemedyForm({ remedy: "person", words: `${words}y` })).toBeNull();
});

test.each([
  {},
  { remedy: "free lunch" },
  { remedy: "wait", parcel: "0" },
  { remedy: "wait", parcel: "one" },
  { remedy: "wait", key: "short" },
  { take_back: "mine" },
  { remedy: "address", ...address, street: "x".repeat(201) },
])("what the page never sends is no choice: %j", (fields) => {
  expect(readRemedyForm(fields)).toBeNull();
});

test("taking back names the choice", () => {
  const remedyId = "01a2036d-0952-7000-8d6b-3c91fbe96e1d";
  expect(readRemedyForm({ take_back: remedyId })).toEqual({ kind: "take_back", remedyId });
});
