import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin.ts";

const posted = (headers: Record<string, string>) => isSameOrigin({ headers: new Headers(headers) });

test("a form of this site is taken, whatever scheme a proxy ends", () => {
  expect(posted({ origin: "https://track.example.com", host: "track.example.com" })).toBe(true);
  expect(posted({ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" })).toBe(true);
  expect(posted({ origin: "https://track.shop.de", host: "web:3000", "x-forwarded-host": "track.shop.de" })).toBe(true);
});

test.each([
  {},
  { origin: "null" },
  { origin: "https://evil.example" },
  { origin: "https://track.example.com.evil.example" },
  { origin: "https://track.example.com:8443" },
  { origin: "file:///track.example.com" },
  { origin: "https://evil.example", "x-forwarded-host": "track.example.com" },
])("a form of another site, or of none, is refused: %o", (headers) => {
  expect(posted({ host: "track.example.com", ...headers })).toBe(false);
});

test("without a host nothing is the same origin", () => {
  expect(posted({ origin: "http://" })).toBe(false);
  expect(posted({ origin: "file:///x", host: "" })).toBe(false);
});
