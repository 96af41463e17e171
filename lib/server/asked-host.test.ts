import { expect, test } from "vitest";
import { askedDomain } from "./asked-domain.ts";
import { askedHost } from "./asked-host.ts";
import { askedOrigin } from "./asked-origin.ts";
import { isSameOrigin } from "./same-origin.ts";

const asked = (headers: Record<string, string>) => ({ headers: new Headers(headers) });

test.each([
  [{ host: "Track.Shop.Example:8443" }, "track.shop.example:8443"],
  [{ host: "web:3000", "x-forwarded-host": "track.shop.example, cdn.example" }, "track.shop.example"],
  [{ host: "track.shop.example", "x-forwarded-host": "" }, "track.shop.example"],
  [{ host: "track.shop.example", "x-forwarded-host": " , x" }, "track.shop.example"],
])("a browser asked %j for %s", (headers, host) => {
  expect(askedHost(asked(headers))).toBe(host);
});

test.each([{}, { host: "" }, { host: "a b" }, { "x-forwarded-host": "::" }])("nobody was asked by %j", (headers) => {
  expect(askedHost(asked(headers))).toBeNull();
});

test("the link in a file, the check of a form and the choice of a shop go by the same host", () => {
  const request = asked({ host: "track.shop.example", "x-forwarded-host": "", origin: "https://track.shop.example" });
  expect(askedOrigin(request)).toBe("http://track.shop.example");
  expect(isSameOrigin(request)).toBe(true);
  expect(askedDomain(request, null)).toBe("track.shop.example");
});

test("at the host's own address, at a number and at a name without a dot there is no shop's domain", () => {
  for (const host of ["host.example", "host.example:3000", "127.0.0.1:3000", "localhost", "[::1]:3000", ""])
    expect(askedDomain(asked({ host }), "https://host.example")).toBeNull();
  expect(askedDomain(asked({ host: "track.shop.example:8443" }), "https://host.example")).toBe("track.shop.example");
});
