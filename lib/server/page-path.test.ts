import { expect, test } from "vitest";
import { isPagePath, previewSide } from "./page-path.ts";

test.each(["/", "/find", "/find/shop", "/find/shop/sent", "/go/shop", "/t/abc", "/t/abc/"])("%s is a page", (path) => {
  expect(isPagePath(path)).toBe(true);
});

test.each(["/t/abc/calendar", "/t/abc/dials", "/t/abc/address"])(
  "%s is none, and changes no saved language",
  (path) => {
    expect(isPagePath(path)).toBe(false);
  },
);

test("only the pages of the brand hold a preview, and only the preview is held", () => {
  expect(["", "/review", "/history"].map((page) => previewSide(`/admin/shops/a-shop/brand${page}`))).toEqual([
    "holds",
    "holds",
    "holds",
  ]);
  expect(previewSide("/admin/shops/a-shop/brand/preview")).toBe("held");
  for (const path of ["/admin", "/admin/shops/a-shop", "/admin/shops/a/b/brand", "/admin/shops/a/brand/save", "/t/x"])
    expect(previewSide(path)).toBeNull();
});
