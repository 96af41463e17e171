import { expect, test } from "vitest";
import { isSigned } from "./signature.ts";

const SECRET = "set in the portal";
const base64 = (text: string) => Buffer.from(text).toString("base64");
const sends = (headers: Readonly<Record<string, string>>, secret = SECRET) =>
  isSigned({ header: (name) => headers[name] ?? null }, secret);

test.each([
  { credential: SECRET },
  { credential: ` ${SECRET} ` },
  { authorization: SECRET },
  { authorization: `Bearer ${SECRET}` },
  { authorization: `Basic ${base64(`ups:${SECRET}`)}` },
  { authorization: `basic ${base64(SECRET)}` },
  { credential: "old", authorization: `Bearer ${SECRET}` },
])("%j knows the credential", (headers) => {
  expect(sends(headers)).toBe(true);
});

test("a credential for Basic may be kept whole, decoded or not", () => {
  for (const secret of ["ups:word", base64("ups:word")]) {
    expect(sends({ authorization: `Basic ${base64("ups:word")}` }, secret)).toBe(true);
  }
});

test.each([
  {},
  { credential: "" },
  { credential: SECRET.slice(1) },
  { credential: SECRET.toUpperCase() },
  { authorization: `Basic ${SECRET.slice(1)}` },
  { authorization: `Bearer x${SECRET}` },
  { "x-api-key": SECRET },
  { "user-agent": "UPSPubSubTrackingService" },
])("%j does not", (headers) => {
  expect(sends(headers)).toBe(false);
});

test("without a secret nobody is believed", () => {
  for (const headers of [{}, { credential: "" }, { authorization: "" }, { authorization: "Bearer " }]) {
    expect(sends(headers, "")).toBe(false);
  }
});
