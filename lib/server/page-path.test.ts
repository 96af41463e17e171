import { expect, test } from "vitest";
import { isPagePath } from "./page-path.ts";

test.each(["/", "/find", "/find/shop", "/find/shop/sent", "/go/shop", "/t/abc", "/t/abc/"])("%s is a page", (path) => {
  expect(isPagePath(path)).toBe(true);
});

test.each(["/t/abc/calendar", "/t/abc/dials", "/t/abc/address"])(
  "%s is none, and changes no saved language",
  (path) => {
    expect(isPagePath(path)).toBe(false);
  },
);
