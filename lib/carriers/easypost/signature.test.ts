import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { isSigned } from "./signature.ts";

/** By `openssl dgst -sha256 -hmac key`. */
const KNOWN = "hmac-sha256-hex=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8";
const BODY = "The quick brown fox jumps over the lazy dog";

test("a signature by the secret over the very bytes is true", () => {
  expect(isSigned(BODY, KNOWN, "key")).toBe(true);
  expect(isSigned(Buffer.from(BODY), KNOWN, "key")).toBe(true);
  expect(
    isSigned(
      BODY,
      KNOWN.replace(/[a-f]+(?=\d+$)/, (hex) => hex.toUpperCase()),
      "key",
    ),
  ).toBe(true);
});

test("a secret counts in its decomposed form, however it was typed", () => {
  const hex = createHmac("sha256", "se\u0301cret").update(BODY).digest("hex");
  for (const secret of ["s\u00e9cret", "se\u0301cret"]) {
    expect(isSigned(BODY, `hmac-sha256-hex=${hex}`, secret)).toBe(true);
  }
});

test.each([
  [`${BODY} `, KNOWN, "key"],
  [BODY, KNOWN, "other"],
  [BODY, KNOWN, ""],
  [BODY, null, "key"],
  [BODY, "", "key"],
  [BODY, KNOWN.slice("hmac-sha256-hex=".length), "key"],
  [BODY, KNOWN.slice(0, -1), "key"],
  [BODY, `${KNOWN}00`, "key"],
  [BODY, "hmac-sha256-hex=", "key"],
  [BODY, "hmac-sha256-hex=\u0000\ud800zz", "key"],
])("%j with %j and %j is not", (body, header, secret) => {
  expect(isSigned(body, header, secret)).toBe(false);
});
