import { expect, test } from "vitest";
import { isSigned } from "./signature.ts";

/** By `openssl dgst -sha256 -hmac key -binary | base64`. */
const KNOWN = "97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg=";
const BODY = "The quick brown fox jumps over the lazy dog";

test("a signature by the secret over the very bytes is true", () => {
  expect(isSigned(BODY, KNOWN, "key")).toBe(true);
  expect(isSigned(Buffer.from(BODY), KNOWN, "key")).toBe(true);
});

test.each([
  [`${BODY} `, KNOWN, "key"],
  [BODY, KNOWN, "other"],
  [BODY, KNOWN, ""],
  [BODY, null, "key"],
  [BODY, "", "key"],
  [BODY, KNOWN.replace("9", "8"), "key"],
  [BODY, "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8", "key"],
  [BODY, "\u0000\ud800", "key"],
])("%j with %j and %j is not", (body, header, secret) => {
  expect(isSigned(body, header, secret)).toBe(false);
});
