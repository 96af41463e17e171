import { expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { carriedForm, typedFrom } from "./carried-form.ts";

const keys = keyRingFrom(newKeyRingText("k1"));
const shop = newId();
const typed = { number: "#1001", email: "ana@example.com", postcode: "SW1A 1AA" };
const nothing = { number: "", email: "", postcode: "" };

test("what was typed comes back, and the cookie shows none of it", () => {
  const cookie = carriedForm(keys, shop, typed);
  expect(typedFrom(keys, shop, cookie)).toEqual(typed);
  expect(cookie).toMatch(/^[\w-]+$/);
  expect(Buffer.from(cookie, "base64url").toString()).not.toMatch(/ana|1001|SW1A/);
});

test("the longest that can be typed still fits into a cookie", () => {
  const longest = { number: "茶".repeat(200), email: "茶".repeat(254), postcode: "茶".repeat(20) };
  const cookie = carriedForm(keys, shop, longest);
  expect(cookie.length).toBeLessThan(3_900);
  expect(typedFrom(keys, shop, cookie)).toEqual(longest);
});

test("another shop's, another server's and a broken cookie carry nothing", () => {
  const cookie = carriedForm(keys, shop, typed);
  expect(typedFrom(keys, newId(), cookie)).toEqual(nothing);
  expect(typedFrom(keyRingFrom(newKeyRingText("k1")), shop, cookie)).toEqual(nothing);
  for (const broken of [null, "", "x", cookie.slice(0, -6), `${cookie}x`.repeat(40)])
    expect(typedFrom(keys, shop, broken)).toEqual(nothing);
});
