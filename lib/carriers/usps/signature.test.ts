import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { notification, parcel } from "./parcel-testing.ts";
import { isSigned } from "./signature.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
/** By `printf %s '2026-03-02T15:15:00Z{"a":1}' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef -binary | base64`. */
const KNOWN = "TACw5vfCck7yDDxDUtDDwMF+5XJcCzdi3yGRVTzoR2o=";
const SMALL = notification(null, { payload: '{"a":1}' });

function holds(body: string, headers: Readonly<Record<string, string>>, secret = SECRET): boolean {
  return isSigned({ body: Buffer.from(body), header: (name) => headers[name] ?? null }, secret);
}

test("a signature over timestamp and payload is true, under its header's older name too", () => {
  expect(holds(SMALL, { "x-hmac": KNOWN })).toBe(true);
  expect(holds(SMALL, { "hmac-header": ` ${KNOWN} ` })).toBe(true);
});

test("what is signed is the payload to the letter, not the envelope around it", () => {
  const body = notification(parcel({ status: "Delivered — Caf\u00e9" }));
  const { timestamp, payload } = JSON.parse(body);
  const own = createHmac("sha256", SECRET).update(`${timestamp}${payload}`).digest("base64");
  expect(holds(body, { "x-hmac": own })).toBe(true);
  expect(holds(JSON.stringify(JSON.parse(body), null, 4), { "x-hmac": own })).toBe(true);
  expect(holds(body, { "x-hmac": createHmac("sha256", SECRET).update(body).digest("base64") })).toBe(false);
});

test.each([
  [SMALL, {}, SECRET],
  [SMALL, { "x-hmac": "" }, SECRET],
  [SMALL, { "x-hmac": KNOWN }, SECRET.toUpperCase()],
  [SMALL, { "x-hmac": KNOWN }, ""],
  [SMALL, { "x-hmac": KNOWN.slice(0, -2) }, SECRET],
  [SMALL, { "x-hmac": "\u0000\ud800" }, SECRET],
  [notification(null, { payload: '{"a":2}' }), { "x-hmac": KNOWN }, SECRET],
  [notification(null, { payload: '{"a":1}', timestamp: "2026-03-02T15:15:01Z" }), { "x-hmac": KNOWN }, SECRET],
  [notification(null, { payload: { a: 1 } }), { "x-hmac": KNOWN }, SECRET],
  ["", { "x-hmac": KNOWN }, SECRET],
  ["<html></html>", { "x-hmac": KNOWN }, SECRET],
])("%j with %j and %j is not", (body, headers, secret) => {
  expect(holds(body, headers, secret)).toBe(false);
});
