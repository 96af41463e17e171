import { expect, test } from "vitest";
import { carrierName } from "./carrier-name.ts";

test.each([
  ["ups", "UPS"],
  [" Royal_Mail ", "Royal Mail"],
  ["acme-post", "Acme Post"],
  ["constructor", "Constructor"],
  ["toString", "Tostring"],
  ["", ""],
])("%s is called %s", (code, name) => {
  expect(carrierName(code)).toBe(name);
});
