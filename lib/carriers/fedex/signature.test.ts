import { expect, test } from "vitest";
import { isSigned } from "./signature.ts";

/** By `openssl dgst -sha256 -hmac key`. */
const HEX = "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8";
const BASE64 = Buffer.from(HEX, "hex").toString("base64");
const BODY = "The quick brown fox jumps over the lazy dog";

test("a signature by the token over the very bytes is true, in both forms that FedEx describes", () => {
  for (const header of [BASE64, HEX, HEX.toUpperCase(), ` ${BASE64} `]) {
    expect(isSigned(BODY, header, "key")).toBe(true);
    expect(isSigned(Buffer.from(BODY), header, "key")).toBe(true);
  }
});

test.each([
  [`${BODY} `, BASE64, "key"],
  [BODY, BASE64, "other"],
  [BODY, BASE64, ""],
  [BODY, null, "key"],
  [BODY, "", "key"],
  [BODY, BASE64.slice(0, -4), "key"],
  [BODY, `${BASE64}AAAA`, "key"],
  [BODY, HEX.slice(0, -2), "key"],
  [BODY, "\u0000\ud800zz", "key"],
])("%j with %j and %j is not", (body, header, secret) => {
  expect(isSigned(body, header, secret)).toBe(false);
});
