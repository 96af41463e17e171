import { expect, test } from "vitest";
import { pageHeaders } from "./page-headers.ts";

const headers = pageHeaders({ nonce: "abc", https: true, desk: false, development: false });
const policy = headers["Content-Security-Policy"] ?? "";

test("a page loads nothing from elsewhere and runs nothing inline without its nonce", () => {
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(policy.match(/'nonce-abc'/g)).toHaveLength(2);
});

test("forms can be posted: the referrer policy leaves them their origin", () => {
  expect(headers["Referrer-Policy"]).toBe("same-origin");
});

test("no cache keeps a page and no search engine lists it", () => {
  expect(headers["Cache-Control"]).toContain("no-store");
  expect(headers["X-Robots-Tag"]).toContain("noindex");
});

test("transport security is promised only where the site is served over https", () => {
  expect(headers).toHaveProperty("Strict-Transport-Security");
  expect(pageHeaders({ nonce: "abc", https: false, desk: false, development: false })).not.toHaveProperty(
    "Strict-Transport-Security",
  );
});

test("no page at all holds the desk in a frame; a shopper's page may stand in one of ours", () => {
  const desk = pageHeaders({ nonce: "abc", https: true, desk: true, development: false });
  expect(desk["Content-Security-Policy"]).toContain("frame-ancestors 'none'");
  expect(policy).toContain("frame-ancestors 'self'");
});

test("only the preview of the desk may stand in a frame, only ours, and nothing can be posted from it", () => {
  const policyOf = (side: "holds" | "held") =>
    pageHeaders({ nonce: "abc", https: true, desk: true, preview: side, development: false })[
      "Content-Security-Policy"
    ];
  expect(policyOf("holds")).toMatch(/frame-src 'self'.*frame-ancestors 'none'/);
  expect(policyOf("held")).toMatch(/form-action 'none'.*frame-ancestors 'self'/);
  expect(policyOf("held")).not.toMatch(/unsafe|frame-src/);
  expect(policy).not.toContain("frame-src");
});
