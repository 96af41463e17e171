import { expect, test } from "vitest";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { readSetUp } from "./read-set-up.ts";
import { isSetUpCode, setUpCode } from "./set-up-code.ts";

const keys = keyRingFrom(newKeyRingText("k1"));
const other = keyRingFrom(newKeyRingText("k1"));
const form = {
  code: setUpCode(keys),
  name: " Ana ",
  email: "Ana@Shop.example",
  password: "a porch light at night",
  shop: "Café Élan",
  currency: "eur",
  zone: "Europe/Paris",
};

test("the code is the server's own, read by people, and right however it is typed", () => {
  expect(setUpCode(keys)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(setUpCode(keys)).not.toBe(setUpCode(other));
  const typed = setUpCode(keys).toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
  expect(isSetUpCode(keys, typed)).toBe(true);
  for (const wrong of ["", setUpCode(other), setUpCode(keys).slice(1)]) expect(isSetUpCode(keys, wrong)).toBe(false);
});

test("a form that is right gives the owner and the shop", () => {
  expect(readSetUp(keys, form, { hasShop: false, locale: "en" })).toEqual({
    ok: true,
    owner: {
      name: "Ana",
      email: "ana@shop.example",
      password: form.password,
      shop: { name: "Café Élan", currency: "EUR", zone: "Europe/Paris", locale: "en" },
    },
  });
});

test("everything that is wrong is told at once; nothing about a shop where there is one", () => {
  const wrong = { code: "x", name: "", email: "ana", password: "short", shop: " ", currency: "XXZ", zone: "Mars" };
  expect(readSetUp(keys, wrong, { hasShop: false, locale: "en" })).toEqual({ ok: false, problems: Object.keys(wrong) });
  expect(readSetUp(keys, {}, { hasShop: true, locale: "en" })).toEqual({
    ok: false,
    problems: ["code", "name", "email", "password"],
  });
});
