import { expect, test } from "vitest";
import { isSigned } from "./signature.ts";

/** By `printf '%s' '{"event":"TRACKING_STOPPED"}/key' | sha256sum`. */
const KNOWN = "02f3153264c785cc687e3880add03f4345a8608b7bc67c9ea95d4ef6b42fa973";
const BODY = '{"event":"TRACKING_STOPPED"}';

test("a signature by the key over the very bytes is true", () => {
  expect(isSigned(BODY, KNOWN, "key")).toBe(true);
  expect(isSigned(Buffer.from(BODY), KNOWN.toUpperCase(), "key")).toBe(true);
});

test.each([
  [`${BODY} `, KNOWN, "key"],
  [BODY, KNOWN, "other"],
  [BODY, KNOWN, ""],
  [BODY, null, "key"],
  [BODY, "", "key"],
  [BODY, KNOWN.slice(2), "key"],
  [BODY, "\u0000\ud800", "key"],
])("%j with %j and %j is not", (body, header, secret) => {
  expect(isSigned(body, header, secret)).toBe(false);
});
